package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a server offers, read from its first packet (RFC 4253 section 7.1). */
final class Offer {
    private static final int KEXINIT = 20;

    private Offer() {}

    static Algorithms of(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("SSH-2.0-Offer\r\n".getBytes(StandardCharsets.US_ASCII));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            for (String line = line(in); !line.startsWith("SSH-"); ) {
                line = line(in);
            }
            in.readInt();
            in.readByte();
            if (in.readByte() != KEXINIT) {
                throw new IOException("the first packet is no offer");
            }
            in.readNBytes(16);
            List<List<String>> lists = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                lists.add(List.of(new String(in.readNBytes(in.readInt()), StandardCharsets.US_ASCII).split(",")));
            }
            // Key exchanges, host keys, ciphers to it and from it, MACs to it and from it.
            return new Algorithms(
                    lists.get(0), lists.get(1), both(lists.get(2), lists.get(3)), both(lists.get(4), lists.get(5)));
        }
    }

    private static List<String> both(List<String> one, List<String> other) {
        return one.stream().filter(other::contains).toList();
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server hung up after '" + line + "'");
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
