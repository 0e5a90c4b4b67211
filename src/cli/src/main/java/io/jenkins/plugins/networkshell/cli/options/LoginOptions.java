package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.BadInputException;
import io.jenkins.plugins.networkshell.cli.Environment;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.Credential;
import io.jenkins.plugins.networkshell.engine.ssh.UserKeys;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How to log in. What is given is tried in this order: keys, agent, keys of the user, password. */
public final class LoginOptions {
    @Option(names = "--password-env", paramLabel = "VAR", description = "Environment variable that holds the password.")
    private String passwordVariable;

    @Option(names = "--password-file", paramLabel = "FILE", description = "File whose first line is the password.")
    private Path passwordFile;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Private key: OpenSSH, PEM, PKCS#8 or PuTTY format. May be repeated.")
    private List<Path> keys = List.of();

    @Option(
            names = "--passphrase-env",
            paramLabel = "VAR",
            description = "Environment variable that holds the passphrase of the keys.")
    private String passphraseVariable;

    @Option(names = "--agent", description = "Use the keys of the SSH agent (SSH_AUTH_SOCK).")
    private boolean agent;

    @Option(names = "--look-for-keys", description = "Use the keys id_ed25519, id_ecdsa and id_rsa in ~/.ssh.")
    private boolean lookForKeys;

    /**
     * @param configured what ssh_config names for this host
     * @param who for the question that is asked where nothing was given and somebody sits at a terminal
     * @return never empty
     */
    List<Credential> credentials(List<Credential> configured, String who, Environment environment) {
        List<Credential> credentials = withoutPassword(environment);
        credentials.addAll(configured);
        if (passwordVariable != null && passwordFile != null) {
            throw new BadInputException("--password-env and --password-file exclude each other; give one of them.");
        }
        if (passwordVariable != null) {
            credentials.add(new Credential.Password(
                    Secrets.ofVariable("--password-env", passwordVariable, environment.variables())));
        } else if (passwordFile != null) {
            credentials.add(new Credential.Password(Secrets.ofFile("--password-file", passwordFile)));
        }
        if (credentials.isEmpty()) {
            credentials.add(asked(who, environment));
        }
        return credentials;
    }

    private static Credential asked(String who, Environment environment) {
        Secret password = environment
                .passwordPrompt()
                .ask("Password of " + who)
                .orElseThrow(() -> new BadInputException("No way to log in as " + who
                        + " was given, and there is no terminal to ask at; allowed: --password-env, --password-file,"
                        + " --key, --agent, --look-for-keys."));
        return new Credential.Password(password);
    }

    /** Keys and agent: these may be shown to jump hosts, too, for they give nothing away. */
    List<Credential> withoutPassword(Environment environment) {
        Secret passphrase = passphrase(environment);
        List<Credential> credentials = new ArrayList<>();
        for (Path key : keys) {
            if (!Files.isReadable(key)) {
                throw Secrets.unreadable("--key", key, new NoSuchFileException(key.toString()));
            }
            credentials.add(Credential.PrivateKey.file(key, passphrase));
        }
        if (agent) {
            credentials.add(Credential.Agent.fromEnvironment());
        }
        if (lookForKeys) {
            credentials.addAll(UserKeys.ofUser(passphrase));
        }
        return credentials;
    }

    /** @return null where none was given */
    Secret passphrase(Environment environment) {
        return passphraseVariable == null
                ? null
                : Secrets.ofVariable("--passphrase-env", passphraseVariable, environment.variables());
    }
}
