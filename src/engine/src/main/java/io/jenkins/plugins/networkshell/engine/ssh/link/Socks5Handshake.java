package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.target.Proxy;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** SOCKS version 5: RFC 1928, and RFC 1929 for user name and password. */
record Socks5Handshake(Proxy.Socks5 proxy) implements ProxyHandshake {
    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int PASSWORD = 2;
    private static final int CONNECT = 1;
    private static final int NAME = 3;

    @Override
    public void run(Wire wire, String host, int port) throws IOException {
        DataInputStream in = new DataInputStream(wire.input());
        OutputStream out = wire.output();
        boolean login = proxy.username() != null;
        out.write(login ? new byte[] {VERSION, 2, NO_LOGIN, PASSWORD} : new byte[] {VERSION, 1, NO_LOGIN});
        out.flush();
        if (in.readUnsignedByte() != VERSION) {
            throw new ProxyRefusal("it is not a SOCKS 5 proxy");
        }
        int method = in.readUnsignedByte();
        if (method == PASSWORD && login) {
            logIn(in, out);
        } else if (method != NO_LOGIN) {
            throw new LoginRefusal(
                    login ? "it accepts no way to log in that we have" : "it wants a user name and a password");
        }
        connect(in, out, host, port);
    }

    private void logIn(DataInputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(1);
        writeText(request, proxy.username());
        writeText(request, proxy.password() == null ? "" : proxy.password().reveal());
        out.write(request.toByteArray());
        out.flush();
        in.readUnsignedByte();
        if (in.readUnsignedByte() != 0) {
            throw new LoginRefusal("it rejected the user name or the password");
        }
    }

    /** Names are sent to the proxy unresolved; it also accepts addresses in this form. */
    private static void connect(DataInputStream in, OutputStream out, String host, int port) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(new byte[] {VERSION, CONNECT, 0, NAME});
        writeText(request, host);
        request.write(port >> 8);
        request.write(port);
        out.write(request.toByteArray());
        out.flush();
        in.readUnsignedByte();
        int reply = in.readUnsignedByte();
        in.readUnsignedByte();
        if (reply != 0) {
            throw new ProxyRefusal(meaning(reply));
        }
        int type = in.readUnsignedByte();
        int length = type == NAME ? in.readUnsignedByte() : type == 4 ? 16 : 4;
        in.readFully(new byte[length + 2]);
    }

    private static void writeText(ByteArrayOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 255) {
            throw new ProxyRefusal("SOCKS cannot carry a name of more than 255 bytes");
        }
        out.write(bytes.length);
        out.write(bytes);
    }

    private static String meaning(int reply) {
        return switch (reply) {
            case 2 -> "its rules do not allow the connection";
            case 3 -> "the network cannot be reached from it";
            case 4 -> "the host cannot be reached from it";
            case 5 -> "the host refused its connection";
            case 6 -> "the connection timed out";
            default -> "it failed with SOCKS error " + reply;
        };
    }
}
