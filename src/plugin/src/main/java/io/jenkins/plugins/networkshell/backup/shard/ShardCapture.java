package io.jenkins.plugins.networkshell.backup.shard;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.Evidence;
import io.jenkins.plugins.networkshell.engine.backup.RestorableForm;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A capture that is sent to the controller, without the platform's rules: the controller uses its own, and accepts none
 * from an agent.
 */
public record ShardCapture(Evidence evidence, List<CapturedText> texts) implements Serializable {
    private static final long serialVersionUID = 1L;

    public ShardCapture {
        texts = List.copyOf(texts);
    }

    static ShardCapture of(Capture capture) {
        return new ShardCapture(
                capture.evidence(),
                capture.configurations().stream()
                        .map(one -> new CapturedText(one.name(), one.form(), one.text(), one.proof(), one.changedBy()))
                        .toList());
    }

    /** How much memory it takes, roughly. */
    int characters() {
        return texts.stream().mapToInt(text -> text.text().length()).sum();
    }

    /**
     * Restores the capture.
     *
     * @param device the expected device
     * @return empty if it does not fit the platforms that the controller knows
     */
    public Optional<Capture> capture(String device, PlatformCatalog catalog) {
        Platform platform = catalog.find(evidence.platform()).orElse(null);
        if (platform == null) {
            return Optional.empty();
        }
        List<CapturedConfiguration> configurations = texts.stream()
                .flatMap(text -> rules(platform, text)
                        .map(rules -> new CapturedConfiguration(
                                rules, text.form(), text.text(), text.proof(), text.changedBy()))
                        .stream())
                .toList();
        try {
            return configurations.size() == texts.size()
                    ? Optional.of(new Capture(device, evidence, configurations))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no primary one, or two of the same name
        }
    }

    private static Optional<Configuration> rules(Platform platform, CapturedText text) {
        Optional<Configuration> rules = text.form() == ConfigurationForm.RESTORABLE
                ? RestorableForm.of(platform)
                : platform.configurations().stream()
                        .filter(known -> known.name().equals(text.name()))
                        .findFirst();
        return rules.filter(known -> known.name().equals(text.name()));
    }
}
