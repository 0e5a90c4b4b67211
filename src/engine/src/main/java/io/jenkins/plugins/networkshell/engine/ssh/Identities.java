package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/** The keys and certificates that {@code ssh_config} names for a host. */
record Identities(SshConfigLines.Settings settings, Path home) {

    List<Credential> credentials(Secret passphrase, String host, String user) throws SshConfigException {
        List<Credential> credentials = new ArrayList<>();
        settings.first("identityagent")
                .filter(agent -> !agent.equalsIgnoreCase("none"))
                .map(agent -> agent.equals("SSH_AUTH_SOCK")
                        ? Credential.Agent.fromEnvironment()
                        : Credential.Agent.at(SshConfigLines.path(agent, home)))
                .ifPresent(credentials::add);
        List<Path> keys = files("identityfile", host, user);
        List<String> certificates = certificates(host, user);
        for (Path key : keys) {
            Credential.PrivateKey plain = Credential.PrivateKey.file(key, passphrase);
            List<Credential.PrivateKey> certified = certificates.stream()
                    .filter(certificate -> keys.size() == 1 || isFor(key, certificate))
                    .map(plain::withCertificate)
                    .toList();
            credentials.addAll(certified.isEmpty() ? List.of(plain) : certified);
        }
        return credentials;
    }

    private List<Path> files(String keyword, String host, String user) {
        return settings.all(keyword).stream()
                .filter(file -> !file.equalsIgnoreCase("none"))
                .map(file -> SshConfigLines.path(file.replace("%h", host).replace("%r", user), home))
                .toList();
    }

    private List<String> certificates(String host, String user) throws SshConfigException {
        List<String> texts = new ArrayList<>();
        for (Path file : files("certificatefile", host, user)) {
            try {
                if (Files.exists(file)) {
                    texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                throw new SshConfigException(
                        "The file " + file + " that CertificateFile names could not be read (" + e.getMessage() + ").",
                        e);
            }
        }
        return texts;
    }

    /** Of several keys: by the public key beside the private one, which may be encrypted. */
    private static boolean isFor(Path key, String certificate) {
        Path publicKey = Path.of(key + ".pub");
        try {
            byte[] fields = fields(Files.readString(publicKey, StandardCharsets.ISO_8859_1), 1);
            byte[] certified = fields(certificate, 2);
            return certified.length > fields.length
                    && Arrays.equals(fields, 0, fields.length, certified, 0, fields.length);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** A key's fields come behind its type; in a certificate, behind its type and a nonce. */
    private static byte[] fields(String line, int behind) throws IOException {
        String[] words = line.strip().split("\\s+");
        Buffer.PlainBuffer blob = new Buffer.PlainBuffer(Base64.getDecoder().decode(words.length > 1 ? words[1] : ""));
        for (int i = 0; i < behind; i++) {
            blob.readBytes();
        }
        return blob.getCompactData();
    }
}
