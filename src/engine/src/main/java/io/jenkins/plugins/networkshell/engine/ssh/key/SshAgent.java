package io.jenkins.plugins.networkshell.engine.ssh.key;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.io.Closeable;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/** A client of the SSH agent protocol (draft-ietf-sshm-ssh-agent) over the agent's Unix socket. */
public final class SshAgent implements Closeable {
    private static final int FAILURE = 5;
    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES = 12;
    private static final int SIGN_REQUEST = 13;
    private static final int SIGNATURE = 14;
    /** Request RSA signatures with SHA-2; without these flags, an agent uses SHA-1. */
    private static final int RSA_SHA2_256 = 2;

    private static final int RSA_SHA2_512 = 4;
    private static final int LONGEST_ANSWER = 256 * 1024;

    private final SocketChannel channel;

    private SshAgent(SocketChannel channel) {
        this.channel = channel;
    }

    public static SshAgent connect(Path socket) throws IOException {
        try {
            return new SshAgent(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        } catch (IOException e) {
            throw new IOException("there is no agent at " + socket + " (" + e.getMessage() + ")", e);
        }
    }

    public List<Signer> signers(SignatureChoice choice) throws IOException {
        Buffer.PlainBuffer answer = exchange(new Buffer.PlainBuffer().putByte((byte) REQUEST_IDENTITIES), IDENTITIES);
        int count = answer.readUInt32AsInt();
        List<Signer> signers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] blob = answer.readBytes();
            // Anybody may have chosen the comment, and it appears in errors.
            String comment = answer.readString(StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}+", " ")
                    .strip();
            if (HostKey.isKey(blob)) { // agents may hold unusable keys, too
                signers.add(new AgentKey(comment, blob, choice));
            }
        }
        return signers;
    }

    private synchronized Buffer.PlainBuffer exchange(Buffer.PlainBuffer request, int expected) throws IOException {
        byte[] body = request.getCompactData();
        ByteBuffer out = ByteBuffer.allocate(4 + body.length)
                .putInt(body.length)
                .put(body)
                .flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        int length = read(4).getInt();
        if (length < 1 || length > LONGEST_ANSWER) {
            throw new IOException("the agent's answer is malformed");
        }
        Buffer.PlainBuffer answer = new Buffer.PlainBuffer(read(length).array());
        int type = answer.readByte();
        if (type == FAILURE) {
            throw new IOException("the agent refused");
        }
        if (type != expected) {
            throw new IOException("the agent's answer is malformed");
        }
        return answer;
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(length);
        while (in.hasRemaining()) {
            if (channel.read(in) < 0) {
                throw new IOException("the agent hung up");
            }
        }
        return in.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class AgentKey implements Signer {
        private final String comment;
        private final byte[] blob;
        private final SignatureChoice choice;

        AgentKey(String comment, byte[] blob, SignatureChoice choice) {
            this.comment = comment;
            this.blob = blob;
            this.choice = choice;
        }

        @Override
        public String label() {
            return comment.isEmpty() ? "key" : comment;
        }

        @Override
        public byte[] blob() {
            return blob.clone();
        }

        @Override
        public List<String> algorithms() {
            return choice.algorithms(HostKey.of(blob).type());
        }

        @Override
        public byte[] sign(String algorithm, byte[] data) throws IOException {
            int flags = switch (algorithm) {
                case KeyNames.RSA_SHA512 -> RSA_SHA2_512;
                case KeyNames.RSA_SHA256 -> RSA_SHA2_256;
                default -> 0;
            };
            Buffer.PlainBuffer request = new Buffer.PlainBuffer()
                    .putByte((byte) SIGN_REQUEST)
                    .putBytes(blob)
                    .putBytes(data)
                    .putUInt32(flags);
            return exchange(request, SIGNATURE).readBytes();
        }
    }
}
