package io.jenkins.plugins.networkshell.engine.backup;

import io.jenkins.plugins.networkshell.engine.platform.CommandForm;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Restore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the form of a configuration is to be read that a device loads as it is. */
public final class RestorableForm {
    private RestorableForm() {}

    /**
     * Named by its suffix. It says the same as the platform's configurations, so that what is volatile, secret, or an
     * error there is so here.
     *
     * @return empty if the platform has no such form
     */
    public static Optional<Configuration> of(Platform platform) {
        Restore restore = platform.backup().restore();
        if (restore == null) {
            return Optional.empty();
        }
        return Optional.of(new Configuration(
                restore.suffix(),
                List.of(CommandForm.of(restore.command())),
                restore.end(),
                platform.configurations().stream().allMatch(Configuration::ordered),
                all(platform, Configuration::volatileLines),
                all(platform, Configuration::secrets),
                all(platform, Configuration::secretBlocks),
                all(platform, Configuration::errors),
                all(platform, Configuration::changedBy),
                null));
    }

    private static <T> List<T> all(Platform platform, Function<Configuration, List<T>> patterns) {
        return platform.configurations().stream()
                .flatMap(configuration -> patterns.apply(configuration).stream())
                .distinct()
                .toList();
    }
}
