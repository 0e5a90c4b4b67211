package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.SecretReference;
import io.jenkins.plugins.networkshell.engine.backup.credential.CredentialTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Login options, for devices without a credential in the inventory. */
final class CredentialOptions {
    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "Which credential goes to which host. Overrides the inventory's own.")
    private Path table;

    @Option(names = "--user", paramLabel = "USER", description = "User name for all devices that match no rule.")
    private String user;

    @Option(names = "--password-env", paramLabel = "VAR", description = "Environment variable that holds the password.")
    private String passwordVariable;

    @Option(names = "--password-file", paramLabel = "FILE", description = "File whose first line is the password.")
    private String passwordFile;

    @Option(names = "--key", paramLabel = "FILE", description = "Private key.")
    private String key;

    @Option(
            names = "--passphrase-env",
            paramLabel = "VAR",
            description = "Environment variable that holds the passphrase of the key.")
    private String passphraseVariable;

    @Option(names = "--agent", description = "Use the keys of the SSH agent (SSH_AUTH_SOCK).")
    private boolean agent;

    @Option(
            names = "--enable-secret-env",
            paramLabel = "VAR",
            description = "Environment variable that holds the secret for the privileged mode.")
    private String enableVariable;

    CredentialTable table() throws NetworkShellException {
        CredentialTable rules = table == null ? CredentialTable.EMPTY : CredentialTable.read(table);
        List<SecretReference> logins = logins();
        if (logins.isEmpty()) {
            if (user != null || enableVariable != null) {
                throw new BadInputException((user != null ? "--user" : "--enable-secret-env")
                        + " says who logs in, and nothing says how; allowed: --password-env, --password-file, --key or"
                        + " --agent beside it.");
            }
            return rules;
        }
        if (logins.size() > 1) {
            throw new BadInputException(
                    "Several ways to log in were given; allowed: one of --password-env, --password-file, --key, --agent.");
        }
        SecretReference enable = enableVariable == null ? null : new SecretReference.Environment(enableVariable);
        CredentialReference reference = new CredentialReference(user == null ? "" : user, logins.get(0), enable);
        return rules.with(List.of("*"), reference, "the command");
    }

    private List<SecretReference> logins() {
        List<SecretReference> logins = new ArrayList<>();
        if (passwordVariable != null) {
            logins.add(new SecretReference.Environment(passwordVariable));
        }
        if (passwordFile != null) {
            logins.add(new SecretReference.TextFile(passwordFile));
        }
        if (key != null) {
            logins.add(new SecretReference.KeyFile(key, passphraseVariable == null ? "" : passphraseVariable));
        }
        if (agent) {
            logins.add(new SecretReference.Agent());
        }
        return logins;
    }
}
