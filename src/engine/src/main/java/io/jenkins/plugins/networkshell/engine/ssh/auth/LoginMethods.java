package io.jenkins.plugins.networkshell.engine.ssh.auth;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.ServerHello;
import io.jenkins.plugins.networkshell.engine.ssh.key.KeyFiles;
import io.jenkins.plugins.networkshell.engine.ssh.key.KeyNames;
import io.jenkins.plugins.networkshell.engine.ssh.key.SignatureChoice;
import io.jenkins.plugins.networkshell.engine.ssh.key.Signer;
import io.jenkins.plugins.networkshell.engine.ssh.key.SshAgent;
import io.jenkins.plugins.networkshell.engine.ssh.task.TaskProgress;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a target's credentials into login methods. */
public final class LoginMethods implements Closeable {
    /** As in OpenSSH. */
    private static final int MOST_QUESTIONS = 3;

    private final Target target;
    private final SignatureChoice choice;
    private final LoginDialogue dialogue;
    private final TaskProgress progress;
    private final List<SshAgent> agents = new ArrayList<>();

    /** @param progress closes an agent that does not answer */
    public LoginMethods(Target target, ServerHello hello, LoginDialogue dialogue, TaskProgress progress) {
        this.target = target;
        this.dialogue = dialogue;
        this.progress = progress;
        choice = new SignatureChoice(
                target.algorithms().hostKeys().contains(KeyNames.RSA),
                hello.hasProposal() ? hello.hostKeys() : List.of());
    }

    public List<LoginMethod> all() {
        Secret password = password();
        List<LoginMethod> methods = new ArrayList<>();
        List<LoginMethod> asking = new ArrayList<>();
        for (Credential credential : target.credentials()) {
            if (credential instanceof Credential.Password given) {
                methods.add(new PasswordLogin(given.password()));
                methods.add(new KeyboardLogin(List.of(), given.password()));
            } else if (credential instanceof Credential.KeyboardInteractive given) {
                methods.add(new KeyboardLogin(given.answers(), password));
            } else if (credential instanceof Credential.PrivateKey given) {
                if (dialogue.canAsk() && KeyFiles.lacksPassphrase(given)) {
                    asking.add(new PublicKeyLogin("publickey", () -> unlocked(given), false));
                } else {
                    methods.add(new PublicKeyLogin("publickey", () -> KeyFiles.load(given, choice), false));
                }
            } else if (credential instanceof Credential.Agent given) {
                methods.add(new PublicKeyLogin("publickey by agent", () -> agentKeys(given), true));
            } else if (credential instanceof Credential.None) {
                methods.add(new NoneLogin());
            }
        }
        methods.addAll(asking); // the user is asked only if nothing else works
        return methods;
    }

    private List<Signer> unlocked(Credential.PrivateKey key) throws IOException {
        for (int attempt = 0; ; attempt++) {
            Optional<Secret> passphrase = dialogue.askPassphrase(key.name(), attempt);
            try {
                return KeyFiles.load(passphrase.map(key::withPassphrase).orElse(key), choice);
            } catch (KeyFiles.WrongPassphraseException e) {
                if (attempt == MOST_QUESTIONS - 1) {
                    throw e;
                }
            }
        }
    }

    private Secret password() {
        return target.credentials().stream()
                .filter(Credential.Password.class::isInstance)
                .map(credential -> ((Credential.Password) credential).password())
                .findFirst()
                .orElse(null);
    }

    private List<Signer> agentKeys(Credential.Agent credential) throws IOException {
        Path socket =
                credential.socket().orElseThrow(() -> new IOException("there is no agent: SSH_AUTH_SOCK is not set"));
        SshAgent agent = progress.own(SshAgent.connect(socket));
        agents.add(agent);
        return agent.signers(choice);
    }

    /** Closes the agent connections. */
    @Override
    public void close() {
        for (SshAgent agent : agents) {
            try {
                agent.close();
            } catch (IOException ignored) {
                // The agent has done its work, or its error is already being reported.
            }
        }
    }
}
