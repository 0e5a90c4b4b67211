package io.jenkins.plugins.networkshell.engine.backup;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Restore;
import io.jenkins.plugins.networkshell.engine.platform.command.CommandForm;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rules for the form of a configuration that a device can load. */
public final class RestorableForm {
    private RestorableForm() {}

    /**
     * Named by its suffix. It has the content of the platform's configurations, so the same patterns for volatile
     * lines, secrets and errors apply.
     *
     * @return empty if the platform has no such form
     */
    public static Optional<Configuration> of(Platform platform) {
        Restore restore = platform.backup().restore();
        if (restore == null) {
            return Optional.empty();
        }
        return Optional.of(platform.derived().get(Configuration.class, () -> of(platform, restore)));
    }

    private static Configuration of(Platform platform, Restore restore) {
        return new Configuration(
                restore.suffix(),
                List.of(CommandForm.of(restore.command())),
                restore.end(),
                platform.configurations().stream().allMatch(Configuration::ordered),
                all(platform, Configuration::volatileLines),
                all(platform, Configuration::secrets),
                all(platform, Configuration::secretBlocks),
                all(platform, Configuration::errors),
                all(platform, Configuration::changedBy),
                restore.mode());
    }

    private static <T> List<T> all(Platform platform, Function<Configuration, List<T>> patterns) {
        return platform.configurations().stream()
                .flatMap(configuration -> patterns.apply(configuration).stream())
                .distinct()
                .toList();
    }
}
