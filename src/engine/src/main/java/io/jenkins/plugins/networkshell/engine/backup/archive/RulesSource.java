package io.jenkins.plugins.networkshell.engine.backup.archive;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationRules;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.util.List;

/** Knows how the configurations in an archive are to be read. */
@FunctionalInterface
public interface RulesSource {
    /**
     * @param platform null if unknown
     * @param configuration {@code startup}, {@code running}, …
     */
    ConfigurationRules rules(String platform, String configuration);

    /**
     * The rules of platform definitions. In a configuration that these do not know, whatever is secret in any other one
     * of the platform is secret; for a platform that they do not know, whatever is secret in any platform's.
     */
    static RulesSource of(PlatformCatalog platforms) {
        return (name, configuration) -> {
            Platform platform = name == null ? null : platforms.find(name).orElse(null);
            if (platform == null) {
                return guarded(configuration, platforms.all());
            }
            return platform.configurations().stream()
                    .filter(candidate -> candidate.name().equals(configuration))
                    .findFirst()
                    .map(candidate -> ConfigurationRules.of(platform, candidate))
                    .orElseGet(() -> guarded(configuration, List.of(platform)));
        };
    }

    private static ConfigurationRules guarded(String configuration, List<Platform> platforms) {
        List<Pattern> secrets = platforms.stream()
                .flatMap(platform -> platform.configurations().stream())
                .flatMap(known -> known.secrets().stream())
                .distinct()
                .toList();
        return new ConfigurationRules(configuration, "", null, List.of(), List.of(), secrets, List.of(), true);
    }
}
