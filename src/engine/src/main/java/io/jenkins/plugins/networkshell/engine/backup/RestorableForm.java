package io.jenkins.plugins.networkshell.engine.backup;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.command.CommandForm;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.LinePatterns;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Restore;
import io.jenkins.plugins.networkshell.engine.platform.derived.Derivation;
import java.util.List;
import java.util.Optional;

/** Rules for the form of a configuration that a device can load. */
public final class RestorableForm {
    private static final Derivation<Platform, Optional<Configuration>> OF = new Derivation<>(platform ->
            Optional.ofNullable(platform.backup().restore()).map(restore -> rules(restore, platform.configurations())));

    private RestorableForm() {}

    /**
     * Named by its suffix. It has the content of the platform's configurations, so the same patterns for volatile
     * lines, secrets and errors apply.
     *
     * @return empty if the platform has no such form
     */
    public static Optional<Configuration> of(Platform platform) {
        return platform.derive(OF);
    }

    private static Configuration rules(Restore restore, List<Configuration> configurations) {
        return new Configuration(
                restore.suffix(),
                List.of(CommandForm.of(restore.command())),
                restore.mode(),
                restore.end(),
                configurations.stream().allMatch(Configuration::ordered),
                configurations.stream()
                        .map(Configuration::patterns)
                        .reduce(LinePatterns.NONE, LinePatterns::and)
                        .distinct());
    }
}
