package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.record.AsciicastHeader;
import io.jenkins.plugins.networkshell.engine.record.Recorder;
import io.jenkins.plugins.networkshell.engine.record.SceneRecorder;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Starts the recording of a session with its terminal size and charset, masking its secrets. */
public final class SessionRecording {
    private SessionRecording() {}

    /** @param out closed with the recorder, which the caller closes after the session */
    public static Recorder start(Writer out, Target target, ShellOptions options) {
        return start(out, target, options, List.of());
    }

    /**
     * Starts a recording that masks more values.
     *
     * @param hidden values to mask in addition to the secrets of the target and of the shell
     */
    public static Recorder start(Writer out, Target target, ShellOptions options, Collection<Secret> hidden) {
        Pty pty = pty(options);
        AsciicastHeader header = new AsciicastHeader(target.host(), pty.width(), pty.height(), Instant.now());
        Recorder recorder = new Recorder(out, header, charset(options), secrets(target, options, hidden));
        if (options.platform() != null) {
            recorder.recognised(options.platform()); // secrets in the output during login count, too
        }
        return recorder;
    }

    /** A recording that the simulator can play. */
    public static SceneRecorder scene(String name, Target target, ShellOptions options) {
        return scene(name, target, options, List.of());
    }

    /**
     * The same, with more values replaced.
     *
     * @param hidden values to replace in addition to the secrets of the target and of the shell
     */
    public static SceneRecorder scene(String name, Target target, ShellOptions options, Collection<Secret> hidden) {
        return new SceneRecorder(name, charset(options), secrets(target, options, hidden));
    }

    private static List<Secret> secrets(Target target, ShellOptions options, Collection<Secret> hidden) {
        Set<Secret> secrets = new LinkedHashSet<>(SessionSecrets.of(target, options));
        secrets.addAll(hidden);
        return List.copyOf(secrets);
    }

    /** The terminal that a session requests, often before the platform is known. */
    static Pty pty(ShellOptions options) {
        if (options.platform() == null) {
            return Pty.DEFAULT;
        }
        Platform.Terminal terminal = options.platform().terminal();
        return new Pty(terminal.type(), terminal.width(), terminal.height());
    }

    private static Charset charset(ShellOptions options) {
        if (options.charset() != null) {
            return options.charset();
        }
        return options.platform() == null
                ? StandardCharsets.UTF_8
                : DeviceCharset.named(options.platform().terminal().charset());
    }
}
