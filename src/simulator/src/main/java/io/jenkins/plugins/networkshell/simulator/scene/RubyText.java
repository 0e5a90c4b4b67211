package io.jenkins.plugins.networkshell.simulator.scene;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Decodes the texts of Oxidized's simulations, which are written by Ruby's {@code String#dump}. */
final class RubyText {
    private final YamlNode node;
    private final String text;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at;

    private RubyText(YamlNode node, String text) {
        this.node = node;
        this.text = text;
    }

    static byte[] undump(YamlNode node, String text) {
        return new RubyText(node, text).run();
    }

    private byte[] run() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\\' && at < text.length()) {
                escape(text.charAt(at++));
            } else {
                put(c);
            }
        }
        return out.toByteArray();
    }

    private void escape(char c) {
        switch (c) {
            case 'n' -> out.write('\n');
            case 'r' -> out.write('\r');
            case 't' -> out.write('\t');
            case 'e' -> out.write(0x1b);
            case 'a' -> out.write(7);
            case 'b' -> out.write(8);
            case 'v' -> out.write(11);
            case 'f' -> out.write(12);
            case 'x' -> out.write(hex(1, 2));
            case 'u' -> unicode();
            default -> put(c);
        }
    }

    private void unicode() {
        if (at < text.length() && text.charAt(at) == '{') {
            at++;
            put(hex(1, 6));
            if (at < text.length() && text.charAt(at) == '}') {
                at++;
            }
        } else {
            put(hex(4, 4));
        }
    }

    private int hex(int least, int most) {
        int start = at;
        while (at < text.length() && at - start < most && Character.digit(text.charAt(at), 16) >= 0) {
            at++;
        }
        if (at - start < least) {
            throw node.error(
                    "hexadecimal digits are expected after '" + text.substring(Math.max(0, start - 2), start) + "'");
        }
        return Integer.parseInt(text.substring(start, at), 16);
    }

    private void put(int codePoint) {
        out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
    }
}
