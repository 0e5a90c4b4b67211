package io.jenkins.plugins.networkshell.engine.target.openssh;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The keys that OpenSSH's client looks for by default. */
public final class UserKeys {
    private UserKeys() {}

    /**
     * The existing files among {@code id_ed25519}, {@code id_ecdsa} and {@code id_rsa} in a folder, each with its
     * {@code -cert.pub}, if any.
     *
     * @param folder usually {@code ~/.ssh}
     * @param passphrase for encrypted keys, or null
     */
    public static List<Credential.PrivateKey> in(Path folder, Secret passphrase) {
        return Stream.of("id_ed25519", "id_ecdsa", "id_rsa")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .map(file -> Credential.PrivateKey.file(file, passphrase))
                .toList();
    }

    /** The keys in {@code ~/.ssh}. */
    public static List<Credential.PrivateKey> ofUser(Secret passphrase) {
        return in(Path.of(System.getProperty("user.home"), ".ssh"), passphrase);
    }
}
