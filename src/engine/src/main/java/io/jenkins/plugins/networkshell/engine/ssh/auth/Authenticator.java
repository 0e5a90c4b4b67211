package io.jenkins.plugins.networkshell.engine.ssh.auth;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.transport.TransportException;

/** Tries a target's credentials in order until one is accepted, and explains the failure if none is. */
public final class Authenticator {
    private final Target target;
    private final LoginDialogue dialogue;
    private final SshLog log;
    private final List<LoginMethod> pending = new ArrayList<>();
    private final List<String> met = new CopyOnWriteArrayList<>();
    private final List<LoginMethod> kept = new ArrayList<>();
    private List<String> accepts;
    private volatile String current = "";
    private volatile boolean halfway;
    private volatile boolean asked;

    public Authenticator(Target target, LoginDialogue dialogue, SshLog log) {
        this.log = log;
        this.target = target;
        this.dialogue = dialogue;
    }

    public void run(List<LoginMethod> methods) throws IOException {
        pending.addAll(methods);
        try {
            while (!attemptNext()) {
                // until one succeeds, or an exception ends the loop
            }
        } catch (TransportException e) {
            if (!dialogue.answered()) {
                throw e;
            }
            met.add("then the device hung up"
                    + (e.getMessage() == null ? "" : " and said " + Quoted.of(e.getMessage())));
            throw failed(e);
        }
    }

    private boolean attemptNext() throws IOException {
        LoginMethod method = next();
        if (method == null) {
            throw failed(null);
        }
        int place = 0;
        while (pending.get(place) != method) {
            place++;
        }
        pending.remove(place);
        LoginMethod.Outcome outcome;
        current = method.label();
        try {
            outcome = method.attempt(dialogue, target.username());
        } catch (LoginMethod.CutShortException e) {
            met.add(method.label() + ": " + e.getMessage());
            throw e.end();
        } catch (SSHException e) {
            met.add(method.label());
            throw e;
        }
        met.add(method.label() + ": " + outcome.remark());
        log.event(target.address(), "login as " + target.username() + " by " + met.get(met.size() - 1));
        if (outcome.success()) {
            return true;
        }
        if (outcome.isAnswer()) {
            accepts = outcome.accepts();
            if (outcome.partial()) {
                halfway = true;
                asked = false; // for what the device requires next
            }
        }
        if (outcome.unchecked()) {
            keepForLater(method, place);
        } else {
            dropRepetitions(method, outcome);
        }
        return false;
    }

    /** The first pending method that the device accepts; any method until it has listed them. */
    private LoginMethod next() {
        for (LoginMethod method : pending) {
            if (accepts == null || accepts.contains(method.name())) {
                return method;
            }
        }
        return asked().orElse(null);
    }

    /** What is missing after a partial success, if a user can be asked. Prompts first, as in OpenSSH. */
    private Optional<LoginMethod> asked() {
        if (!halfway || asked || !dialogue.canAsk() || has(Credential.Password.class)) {
            return Optional.empty();
        }
        Optional<LoginMethod> method = Optional.empty();
        if (accepts.contains("keyboard-interactive") && !has(Credential.KeyboardInteractive.class)) {
            method = Optional.of(new KeyboardLogin(List.of(), null));
        } else if (accepts.contains("password")) {
            method = dialogue.ask("Password: ").map(PasswordLogin::new);
        }
        asked = true;
        method.ifPresent(pending::add);
        return method;
    }

    private boolean has(Class<? extends Credential> type) {
        return target.credentials().stream().anyMatch(type::isInstance);
    }

    /** Methods that may be tried after another one has succeeded: a key, then a password. Each only once. */
    private void keepForLater(LoginMethod method, int place) {
        if (!kept.contains(method)) {
            kept.add(method);
            pending.add(place, method);
        }
    }

    /** A rejected password is not sent again by another method, because devices lock accounts. */
    private void dropRepetitions(LoginMethod method, LoginMethod.Outcome outcome) {
        if (outcome.partial()) {
            return;
        }
        if (method instanceof PasswordLogin password) {
            pending.removeIf(method::equals);
            pending.removeIf(other -> other instanceof KeyboardLogin keyboard
                    && keyboard.answers().isEmpty()
                    && password.password().equals(keyboard.password()));
        } else if (method instanceof KeyboardLogin keyboard && outcome.passwordSent()) {
            Secret sent = keyboard.password();
            pending.removeIf(other -> other instanceof PasswordLogin password && sent.equals(password.password())
                    || other instanceof KeyboardLogin again && sent.equals(again.password()));
        }
    }

    /** What was tried and what is pending, for another thread whose wait has ended. Empty before the first method. */
    public String progress() {
        String method = current;
        if (method.isEmpty()) {
            return "";
        }
        List<String> all = new ArrayList<>(met);
        all.add(method + ": " + dialogue.awaited() + " did not answer");
        return "tried " + String.join("; ", all);
    }

    private NetworkShellException failed(Throwable cause) {
        String tried = met.isEmpty() ? "nothing was tried" : "tried " + String.join("; ", met);
        String accepted =
                accepts == null || accepts.isEmpty() ? "" : "; the device accepts " + String.join(", ", accepts);
        return new NetworkShellException(
                ErrorKind.AUTHENTICATION_FAILED,
                target.host(),
                "Login to " + target.address() + " as " + target.username() + " failed: " + tried + accepted + ".",
                hint(),
                cause);
    }

    private static boolean isRejectedRsaKey(String attempt) {
        return attempt.contains("(ssh-rsa ") && attempt.contains(" rejected");
    }

    private String hint() {
        if (target.credentials().isEmpty()) {
            return "Give a password, a key or an agent.";
        }
        if (accepts != null
                && accepts.equals(List.of("publickey"))
                && !has(Credential.PrivateKey.class)
                && !has(Credential.Agent.class)) {
            return "Give a key or an agent.";
        }
        if (met.stream().anyMatch(Authenticator::isRejectedRsaKey)
                && !target.algorithms().hostKeys().contains("ssh-rsa")) {
            return "Check the user name and the credentials; an old device may take RSA keys with SHA-1 signatures only,"
                    + " which the preset 'legacy' has (--algorithms legacy; use it for this device only).";
        }
        if (accepts != null && accepts.contains("keyboard-interactive") && !has(Credential.KeyboardInteractive.class)) {
            return "Check user name and password; if the device asks for more than a password, give answers by prompt.";
        }
        return "Check the user name and the credentials.";
    }
}
