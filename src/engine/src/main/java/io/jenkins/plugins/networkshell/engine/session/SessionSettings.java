package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.record.ChannelObserver;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of a session. Immutable.
 *
 * @param target of the connection, for messages and masking
 * @param device its name in messages and file names
 * @param shell options of the shell; its listener is not used, but the session's
 * @param captures where configurations are kept
 * @param recorder of the session, see {@link SessionRecording}; null for none. Closed by its owner.
 * @param listener receives the events
 */
public record SessionSettings(
        Target target,
        String device,
        ShellOptions shell,
        CaptureFiles captures,
        ChannelObserver recorder,
        SessionListener listener) {
    public SessionSettings {
        Objects.requireNonNull(target);
        Objects.requireNonNull(device);
        Objects.requireNonNull(shell);
        Objects.requireNonNull(captures);
        Objects.requireNonNull(listener);
    }

    /** Keeps nothing, records nothing, and ignores all events. */
    public static SessionSettings of(Target target, ShellOptions shell) {
        return new SessionSettings(target, target.host(), shell, CaptureFiles.NONE, null, SessionListener.NONE);
    }

    /**
     * Some devices let everybody in, and ask for name and password in the shell: the secrets {@code user} and {@code
     * password} are those of the login, unless the shell has others.
     */
    ShellOptions shellAfterLogin() {
        Map<String, Secret> secrets = new HashMap<>();
        secrets.put("user", Secret.of(target.username()));
        target.credentials().stream()
                .filter(Credential.Password.class::isInstance)
                .map(credential -> ((Credential.Password) credential).password())
                .findFirst()
                .ifPresent(password -> secrets.put("password", password));
        secrets.putAll(shell.secrets());
        return shell.withSecrets(secrets);
    }

    public SessionSettings withCaptures(CaptureFiles files) {
        return new SessionSettings(target, device, shell, files, recorder, listener);
    }

    public SessionSettings withRecorder(ChannelObserver other) {
        return new SessionSettings(target, device, shell, captures, other, listener);
    }

    public SessionSettings withListener(SessionListener other) {
        return new SessionSettings(target, device, shell, captures, recorder, other);
    }
}
