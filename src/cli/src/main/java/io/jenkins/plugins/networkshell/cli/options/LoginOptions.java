package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.PrivateKeyCheck;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.openssh.UserKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Login options. Methods are tried in this order: none, keys, agent, the user's default keys, answers, password. */
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
            names = "--certificate",
            paramLabel = "FILE",
            description = "OpenSSH certificate of the key. Default: FILE-cert.pub of the key, if that exists.")
    private Path certificate;

    @Option(
            names = "--passphrase-env",
            paramLabel = "VAR",
            description = "Environment variable that holds the passphrase of the keys.")
    private String passphraseVariable;

    @Option(names = "--agent", description = "Use the keys of the SSH agent (SSH_AUTH_SOCK).")
    private boolean agent;

    @Option(names = "--look-for-keys", description = "Use the keys id_ed25519, id_ecdsa and id_rsa in ~/.ssh.")
    private boolean lookForKeys;

    @Option(
            names = "--login-answer-env",
            paramLabel = "REGEX=VAR",
            converter = LoginAnswerConverter.class,
            description = "The answer if the login asks for more than a password (keyboard-interactive): the"
                    + " variable that holds it, for prompts in which the expression is found. May be repeated.")
    private List<LoginAnswerConverter.Source> answers = List.of();

    @Option(
            names = "--no-password",
            description = "Log in without authentication (the method none), for devices that ask in the shell, or not"
                    + " at all.")
    private boolean none;

    /**
     * @param configured by ssh_config for this host
     * @param who for the password prompt if nothing was given and a user can be asked
     * @return never empty
     */
    List<Credential> credentials(List<Credential> configured, String who, Environment environment) {
        List<Credential> credentials = new ArrayList<>();
        if (none) {
            credentials.add(new Credential.None());
        }
        credentials.addAll(withoutPassword(environment));
        credentials.addAll(configured);
        if (!answers.isEmpty()) {
            credentials.add(new Credential.KeyboardInteractive(
                    answers.stream().map(answer -> answer(answer, environment)).toList()));
        }
        requireOnePassword();
        if (passwordVariable != null) {
            credentials.add(new Credential.Password(
                    Secrets.ofVariable("--password-env", passwordVariable, environment.variables())));
        } else if (passwordFile != null) {
            credentials.add(new Credential.Password(Secrets.ofFile("--password-file", passwordFile)));
        }
        if (credentials.isEmpty()) {
            String noKeys = lookForKeys ? "No keys were found in ~/.ssh. " : "";
            credentials.add(asked(who, noKeys, environment));
        }
        return credentials;
    }

    private void requireOnePassword() {
        if (passwordVariable != null && passwordFile != null) {
            throw new BadInputException("--password-env and --password-file exclude each other; give one of them.");
        }
        if (none && (passwordVariable != null || passwordFile != null)) {
            throw new BadInputException("--no-password and "
                    + (passwordVariable != null ? "--password-env" : "--password-file")
                    + " exclude each other; give one of them.");
        }
    }

    private static Credential.PromptAnswer answer(LoginAnswerConverter.Source answer, Environment environment) {
        Secret text = Secrets.ofVariable("--login-answer-env", answer.variable(), environment.variables());
        return new Credential.PromptAnswer(answer.pattern(), text);
    }

    /** @param noKeys a sentence, if no keys were found */
    private static Credential asked(String who, String noKeys, Environment environment) {
        Secret password = environment
                .passwordPrompt()
                .ask("Password of " + who)
                .orElseThrow(() -> new BadInputException(noKeys + "No way to log in as " + who
                        + " was given, and there is no terminal to ask at; allowed: --password-env, --password-file,"
                        + " --key, --agent, --look-for-keys, --login-answer-env, --no-password."));
        return new Credential.Password(password);
    }

    /** Keys and agent, which may be offered to jump hosts, too, because they reveal nothing. */
    List<Credential> withoutPassword(Environment environment) {
        Secret passphrase = passphrase(environment);
        List<Credential> credentials = new ArrayList<>();
        if (certificate != null && keys.size() != 1) {
            throw new BadInputException(
                    "--certificate belongs to one key, and " + keys.size() + " are given; allowed: one --key with it.");
        }
        for (Path key : keys) {
            if (!Files.isReadable(key)) {
                throw Secrets.unreadable("--key", key, new NoSuchFileException(key.toString()));
            }
            credentials.add(usable(Credential.PrivateKey.file(key, passphrase)));
        }
        if (agent) {
            credentials.add(Credential.Agent.fromEnvironment());
        }
        if (lookForKeys) {
            credentials.addAll(UserKeys.ofUser(passphrase));
        }
        return credentials;
    }

    /** Named files are checked before connecting. */
    private Credential.PrivateKey usable(Credential.PrivateKey key) {
        if (certificate == null) {
            return checked("--key", key);
        }
        try {
            String text = Utf8.text(Files.readAllBytes(certificate));
            checked("--key", key.withCertificate(null));
            return checked("--certificate", key.withCertificate(text));
        } catch (IOException e) {
            throw Secrets.unreadable("--certificate", certificate, e);
        }
    }

    private static Credential.PrivateKey checked(String option, Credential.PrivateKey key) {
        PrivateKeyCheck.flaw(key).ifPresent(flaw -> {
            throw new BadInputException("What " + option + " names can't be used: " + flaw + ".");
        });
        return key;
    }

    /** @return null if none was given */
    Secret passphrase(Environment environment) {
        return passphraseVariable == null
                ? null
                : Secrets.ofVariable("--passphrase-env", passphraseVariable, environment.variables());
    }
}
