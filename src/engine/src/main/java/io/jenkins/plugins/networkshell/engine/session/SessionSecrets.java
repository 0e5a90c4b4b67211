package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The values to mask wherever a session is shown or stored. */
public final class SessionSecrets {
    private SessionSecrets() {}

    /** All secrets of the route, the logins and the shell, without duplicates. */
    public static List<Secret> of(Target target, ShellOptions options) {
        return of(target, options.secrets().values(), options.answers());
    }

    /** @param named the shell's secrets, such as {@code enable} */
    public static List<Secret> of(Target target, Collection<Secret> named, Collection<Answer> answers) {
        Set<Secret> secrets = new LinkedHashSet<>(target.secrets());
        secrets.addAll(named);
        answers.stream().filter(Answer::isSecret).map(Answer::text).forEach(secrets::add);
        secrets.removeIf(Secret::isEmpty);
        return List.copyOf(secrets);
    }
}
