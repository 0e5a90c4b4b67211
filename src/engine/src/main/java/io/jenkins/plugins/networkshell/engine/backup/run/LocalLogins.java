package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.SecretReference;
import io.jenkins.plugins.networkshell.engine.ssh.PrivateKeyCheck;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Secrets of this machine: environment variables, files, the SSH agent. Each is looked up only once, because thousands
 * of devices share a few and decrypting a key is slow. Thread-safe.
 */
public final class LocalLogins implements Logins {
    private final Map<String, String> variables;
    private final Map<CredentialReference, Login> known = new ConcurrentHashMap<>();

    /** @param variables the environment */
    public LocalLogins(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public Login login(CredentialReference reference) throws NetworkShellException {
        Login before = known.get(reference);
        if (before != null) {
            return before;
        }
        Login login = lookUp(reference);
        known.put(reference, login);
        return login;
    }

    private Login lookUp(CredentialReference reference) throws NetworkShellException {
        if (reference.username().isEmpty()) {
            throw wrong("The credential " + reference + " has no user name; allowed: 'username' beside it.", null);
        }
        Secret enable = reference.enableSecret().isPresent()
                ? secret(reference.enableSecret().get())
                : null;
        return new Login(reference.username(), List.of(credential(reference.login())), enable);
    }

    private Credential credential(SecretReference reference) throws NetworkShellException {
        if (reference instanceof SecretReference.Agent) {
            return Credential.Agent.fromEnvironment();
        }
        if (reference instanceof SecretReference.KeyFile key) {
            Secret passphrase = key.passphraseVariable().isEmpty() ? null : variable(key.passphraseVariable());
            return key(Path.of(key.path()), passphrase);
        }
        return new Credential.Password(secret(reference));
    }

    private static Credential key(Path file, Secret passphrase) throws NetworkShellException {
        if (!Files.isReadable(file)) {
            throw wrong("The private key " + file + " can't be read; allowed: a readable file.", null);
        }
        Credential.PrivateKey key = Credential.PrivateKey.file(file, passphrase);
        String flaw = PrivateKeyCheck.flaw(key).orElse(null);
        if (flaw != null) {
            throw wrong("The private key " + file + " can't be used: " + flaw + ".", null);
        }
        return key;
    }

    private Secret secret(SecretReference reference) throws NetworkShellException {
        if (reference instanceof SecretReference.Environment environment) {
            return variable(environment.variable());
        }
        if (reference instanceof SecretReference.TextFile file) {
            return firstLine(Path.of(file.path()));
        }
        throw wrong(
                "The " + reference
                        + " is known to Jenkins only; allowed here: passwordEnv, passwordFile, keyFile, agent.",
                null);
    }

    private Secret variable(String name) throws NetworkShellException {
        String value = variables.get(name);
        if (value == null) {
            throw wrong(
                    "The environment variable " + name + " that a credential names is not set; allowed: the name of a"
                            + " variable that holds the secret.",
                    null);
        }
        return Secret.of(value);
    }

    private static Secret firstLine(Path file) throws NetworkShellException {
        try {
            return Secret.of(Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse(""));
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException ? "does not exist" : "can't be read (" + e.getMessage() + ")";
            throw wrong("The file " + file + " that a credential names " + why + ".", e);
        }
    }

    private static NetworkShellException wrong(String sentence, Throwable cause) {
        return new NetworkShellException(ErrorKind.BAD_INPUT, "", sentence, null, cause);
    }
}
