package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.record.Recorder;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Knows what has to be masked in the recording of a session. */
final class Recordings {
    private Recordings() {}

    static Recorder start(Writer out, Target target, ShellOptions options) {
        return new Recorder(
                out,
                target.host(),
                Pty.DEFAULT.width(),
                Pty.DEFAULT.height(),
                charset(options),
                secrets(target, options));
    }

    static Charset charset(ShellOptions options) {
        if (options.charset() != null) {
            return options.charset();
        }
        return options.platform() == null
                ? StandardCharsets.UTF_8
                : Charset.forName(options.platform().terminal().charset());
    }

    static List<Secret> secrets(Target target, ShellOptions options) {
        List<Secret> secrets = new ArrayList<>(options.secrets().values());
        options.answers().stream().filter(Answer::isSecret).map(Answer::text).forEach(secrets::add);
        target.credentials().forEach(credential -> add(credential, secrets));
        target.jumps().forEach(jump -> jump.credentials().forEach(credential -> add(credential, secrets)));
        return secrets;
    }

    private static void add(Credential credential, List<Secret> secrets) {
        if (credential instanceof Credential.Password password) {
            secrets.add(password.password());
        } else if (credential instanceof Credential.KeyboardInteractive keyboard) {
            keyboard.answers().forEach(answer -> secrets.add(answer.answer()));
        } else if (credential instanceof Credential.PrivateKey key && key.passphrase() != null) {
            secrets.add(key.passphrase());
        }
    }
}
