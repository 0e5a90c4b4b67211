package io.jenkins.plugins.networkshell.engine.target.openssh;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The keys and certificates that {@code ssh_config} names for a host. */
record IdentityFiles(SshConfigLines.Settings settings, SshConfigTokens tokens) {
    List<Credential> credentials(Secret passphrase) throws NetworkShellException {
        List<Credential> credentials = new ArrayList<>();
        Optional<String> agent = settings.first("identityagent").filter(name -> !name.equalsIgnoreCase("none"));
        if (agent.isPresent()) {
            agent(agent.get()).ifPresent(credentials::add);
        }
        List<Path> keys = files("identityfile");
        List<String> certificates = certificates();
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

    /** A socket, or the variable that names one: {@code SSH_AUTH_SOCK} without, others with a {@code $}. */
    private Optional<Credential> agent(String name) throws NetworkShellException {
        if (name.equals("SSH_AUTH_SOCK")) {
            return Optional.of(Credential.Agent.fromEnvironment());
        } else if (name.startsWith("$") && !name.startsWith("${")) {
            return Optional.ofNullable(System.getenv(name.substring(1)))
                    .map(Path::of)
                    .map(Credential.Agent::at);
        }
        return Optional.of(Credential.Agent.at(tokens.path(name)));
    }

    private List<Path> files(String keyword) throws NetworkShellException {
        List<Path> files = new ArrayList<>();
        for (String file : settings.all(keyword)) {
            if (!file.equalsIgnoreCase("none")) {
                files.add(tokens.path(file));
            }
        }
        return files;
    }

    private List<String> certificates() throws NetworkShellException {
        List<String> texts = new ArrayList<>();
        for (Path file : files("certificatefile")) {
            try {
                if (Files.exists(file)) {
                    texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                throw new NetworkShellException(
                        ErrorKind.BAD_INPUT,
                        "",
                        "The file " + file + " that CertificateFile names could not be read (" + e.getMessage() + ").",
                        null,
                        e);
            }
        }
        return texts;
    }

    /** Identifies a key by its public key file, because the private key may be encrypted. */
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

    /** A key's fields follow its type; in a certificate, its type and a nonce. */
    private static byte[] fields(String line, int behind) {
        String[] words = line.strip().split("\\s+");
        ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(words.length > 1 ? words[1] : ""));
        try {
            for (int i = 0; i < behind; i++) {
                blob.position(blob.position() + 4 + blob.getInt(blob.position()));
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the key is cut off", e);
        }
        byte[] fields = new byte[blob.remaining()];
        blob.get(fields);
        return fields;
    }
}
