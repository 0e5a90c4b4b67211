package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.Login;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.User;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;

/** Authenticates users according to the scene, and records every attempt. */
final class Authentication implements PasswordAuthenticator, KeyboardInteractiveAuthenticator, PublickeyAuthenticator {
    private static final List<Login.Challenge> ONE_PASSWORD =
            List.of(new Login.Challenge("Password: ", false, "${password}"));

    private final Login login;
    private final List<PublicKey> authorized = new ArrayList<>();

    Authentication(Scene scene) {
        this.login = scene.login();
        for (String line : login.authorizedKeys()) {
            try {
                authorized.add(AuthorizedKeyEntry.parseAuthorizedKeyEntry(line)
                        .resolvePublicKey(null, PublicKeyEntryResolver.IGNORING));
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                throw new IllegalArgumentException("not a line of authorized_keys: " + line, e);
            }
        }
    }

    @Override
    public boolean authenticate(String user, String password, ServerSession session) {
        boolean right =
                login.user(user).filter(u -> u.password().equals(password)).isPresent();
        return record(session, "password", user, password, right);
    }

    @Override
    public InteractiveChallenge generateChallenge(
            ServerSession session, String user, String language, String subMethods) {
        InteractiveChallenge challenge = new InteractiveChallenge();
        challenge.setInteractionName("");
        challenge.setInteractionInstruction("");
        challenge.setLanguageTag("");
        challenges().forEach(c -> challenge.addPrompt(c.text(), c.echo()));
        return challenge;
    }

    @Override
    public boolean authenticate(ServerSession session, String user, List<String> answers) {
        Optional<User> known = login.user(user);
        List<String> wanted = challenges().stream()
                .map(c -> c.answer()
                        .replace("${password}", known.map(User::password).orElse("")))
                .toList();
        boolean right = known.isPresent() && wanted.equals(answers);
        return record(session, "keyboard-interactive", user, String.join("\n", answers), right);
    }

    @Override
    public boolean authenticate(String user, PublicKey key, ServerSession session) {
        boolean right = login.user(user).isPresent() && authorized.stream().anyMatch(k -> KeyUtils.compareKeys(k, key));
        return record(session, "publickey", user, KeyUtils.getFingerPrint(key), right);
    }

    private List<Login.Challenge> challenges() {
        return login.prompts().isEmpty() ? ONE_PASSWORD : login.prompts();
    }

    private static boolean record(ServerSession session, String method, String user, String secret, boolean right) {
        Connection connection = Connection.of(session.getIoSession());
        boolean accepted = right && !connection.context().has(Fault.REJECT_LOGIN);
        connection
                .context()
                .recording()
                .add(new Sent.Auth(connection.context().connection(), method, user, secret, accepted));
        return accepted;
    }
}
