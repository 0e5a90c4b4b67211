package io.jenkins.plugins.networkshell.simulator.output;

import java.io.Reader;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Generated output as a stream of characters (ASCII only, so that characters are bytes), generated stanza by stanza.
 */
final class GeneratedText extends Reader {
    private final Output.Generated what;
    private final SplittableRandom random;
    private final StringBuilder pending = new StringBuilder();
    private int taken;
    private long made;
    private int stanza;
    private boolean ended;

    GeneratedText(Output.Generated what) {
        this.what = what;
        this.random = new SplittableRandom(what.seed());
        add(head());
    }

    @Override
    public int read(char[] into, int off, int len) {
        while (pending.length() - taken < len && !ended) {
            pending.delete(0, taken);
            taken = 0;
            fill(len);
        }
        int n = Math.min(len, pending.length() - taken);
        if (n == 0) {
            return len == 0 ? 0 : -1;
        }
        pending.getChars(taken, taken + n, into, off);
        taken += n;
        return n;
    }

    private void fill(int wanted) {
        String tail = tail();
        while (pending.length() < wanted && !ended) {
            String next = stanza();
            if (made + next.length() + tail.length() > what.bytes()) {
                add(filler(what.bytes() - made - tail.length()));
                add(tail);
                ended = true;
            } else {
                add(next);
            }
        }
    }

    private void add(String text) {
        pending.append(text);
        made += text.length();
    }

    private String head() {
        return switch (what.kind()) {
            case HUAWEI_CONFIG -> "!Software Version V200R009C00SPC500\n#\nsysname HUAWEI\n#\n";
            case CISCO_CONFIG ->
                "Building configuration...\n\nCurrent configuration : " + what.bytes()
                        + " bytes\n!\nversion 15.2\nhostname R1\n!\n";
            case LINES, PROMPT_LOOKALIKES -> "";
        };
    }

    private String tail() {
        return switch (what.kind()) {
            case HUAWEI_CONFIG -> "return\n";
            case CISCO_CONFIG -> "end\n";
            case LINES, PROMPT_LOOKALIKES -> "";
        };
    }

    private String stanza() {
        int n = stanza++;
        int r = random.nextInt(250) + 1;
        return switch (what.kind()) {
            case HUAWEI_CONFIG ->
                "interface GigabitEthernet" + n / 48 % 9 + "/0/" + (n % 48 + 1)
                        + "\n description access port " + n + " of floor " + r
                        + "\n port link-type access\n port default vlan " + (r + 100)
                        + "\n stp edged-port enable\n#\n";
            case CISCO_CONFIG ->
                "interface GigabitEthernet" + n / 48 % 9 + "/0/" + (n % 48 + 1)
                        + "\n description access port " + n + " of floor " + r + "\n switchport access vlan "
                        + (r + 100) + "\n switchport mode access\n spanning-tree portfast\n!\n";
            case LINES -> line(n);
            case PROMPT_LOOKALIKES -> lookalike(n, r);
        };
    }

    private String line(int n) {
        StringBuilder line = new StringBuilder(64).append(String.format(Locale.ROOT, "%012d ", n));
        while (line.length() < 63) {
            line.append((char) ('a' + random.nextInt(26)));
        }
        return line.append('\n').toString();
    }

    private static String lookalike(int n, int r) {
        return switch (n % 6) {
            case 0 -> "[V200R0" + r + "C00SPC500]\n";
            case 1 -> "<HUAWEI>\n";
            case 2 -> "R1#\n";
            case 3 -> "user@host:~$ \n";
            case 4 -> "Nov 22 10:11:" + r % 60 + " login: R" + r + ">\n";
            default -> "[~HUAWEI-GigabitEthernet0/0/" + r + "]\n";
        };
    }

    /** Comment lines that fill the rest of the size exactly. */
    private String filler(long bytes) {
        if (bytes <= 0) {
            return "";
        }
        String mark = switch (what.kind()) {
            case HUAWEI_CONFIG -> "#";
            case CISCO_CONFIG -> "!";
            case LINES, PROMPT_LOOKALIKES -> ".";
        };
        return mark.repeat((int) bytes - 1) + "\n";
    }

    @Override
    public void close() {
        ended = true;
    }
}
