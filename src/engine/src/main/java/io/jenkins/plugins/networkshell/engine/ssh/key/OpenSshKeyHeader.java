package io.jenkins.plugins.networkshell.engine.ssh.key;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.util.Base64;
import java.util.stream.Collectors;
import net.schmizz.sshj.common.Buffer;

/**
 * The unencrypted part of a private key in OpenSSH's own format; see OpenSSH's PROTOCOL.key.
 *
 * @param cipher of the encryption, or {@code none}
 * @param type of the key, for instance {@code ssh-ed25519}; empty if unknown
 */
record OpenSshKeyHeader(String cipher, String type) {
    private static final int MAGIC = "openssh-key-v1".length() + 1;

    static OpenSshKeyHeader of(String text) {
        String base64 = text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("-----"))
                .collect(Collectors.joining());
        try {
            Buffer.PlainBuffer header =
                    new Buffer.PlainBuffer(Base64.getDecoder().decode(base64));
            header.rpos(MAGIC);
            String cipher = header.readString();
            header.readString(); // how the key is derived from the passphrase
            header.readBytes();
            header.readUInt32(); // number of keys, always one
            return new OpenSshKeyHeader(cipher, HostKey.of(header.readBytes()).type());
        } catch (Buffer.BufferException | RuntimeException e) {
            return new OpenSshKeyHeader("none", ""); // the parser reports the mistake
        }
    }

    boolean isEncrypted() {
        return !cipher.equals("none");
    }
}
