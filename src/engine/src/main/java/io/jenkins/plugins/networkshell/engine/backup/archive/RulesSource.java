package io.jenkins.plugins.networkshell.engine.backup.archive;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.RestorableForm;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.LinePatterns;
import io.jenkins.plugins.networkshell.engine.platform.configuration.SecretBlock;
import java.util.List;

/** Supplies the rules for the configurations in an archive. */
@FunctionalInterface
public interface RulesSource {
    /**
     * @param platform null if unknown
     * @param configuration {@code startup}, {@code running}, …
     */
    Configuration rules(String platform, String configuration);

    /**
     * The rules of platform definitions. An unknown configuration uses the secret patterns of all configurations of its
     * platform; an unknown platform uses those of all platforms.
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
                    .or(() -> RestorableForm.of(platform)
                            .filter(form -> form.name().equals(configuration)))
                    .orElseGet(() -> guarded(configuration, List.of(platform)));
        };
    }

    private static Configuration guarded(String configuration, List<Platform> platforms) {
        List<Pattern> secrets = platforms.stream()
                .flatMap(platform -> platform.secrets().stream())
                .distinct()
                .toList();
        List<SecretBlock> blocks = platforms.stream()
                .flatMap(platform -> platform.configurations().stream())
                .flatMap(known -> known.secretBlocks().stream())
                .distinct()
                .toList();
        return new Configuration(configuration, List.of("show"), null, LinePatterns.ofSecrets(secrets, blocks));
    }
}
