package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmCategory;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import picocli.CommandLine.Option;

/** Options for SSH algorithms. */
public final class AlgorithmOptions {
    @Option(
            names = "--algorithms",
            paramLabel = "PRESET",
            converter = PresetWords.class,
            completionCandidates = PresetWords.class,
            description = "secure, or legacy for old devices, which adds SHA-1, CBC and DSA. Default: secure, or what"
                    + " ssh_config says.")
    private Preset preset;

    @Option(
            names = "--key-exchanges",
            paramLabel = "LIST",
            description = "Instead of the preset's: names separated by commas, best first; a + before the first adds"
                    + " them, ^ puts them first, - takes them away.")
    private String keyExchanges;

    @Option(names = "--host-key-algorithms", paramLabel = "LIST", description = "The same for host keys.")
    private String hostKeys;

    @Option(names = "--ciphers", paramLabel = "LIST", description = "The same for ciphers.")
    private String ciphers;

    @Option(names = "--macs", paramLabel = "LIST", description = "The same for message authentication codes.")
    private String macs;

    enum Preset {
        SECURE,
        LEGACY
    }

    static final class PresetWords extends WordConverter<Preset> {
        PresetWords() {
            super(Preset.values());
        }
    }

    /** @param configured by ssh_config, for options that are not set */
    Algorithms algorithms(Algorithms configured) {
        Algorithms algorithms = preset == null ? configured : Algorithms.preset(WordConverter.word(preset));
        algorithms = with(algorithms, AlgorithmCategory.KEY_EXCHANGE, "--key-exchanges", keyExchanges);
        algorithms = with(algorithms, AlgorithmCategory.HOST_KEY, "--host-key-algorithms", hostKeys);
        algorithms = with(algorithms, AlgorithmCategory.CIPHER, "--ciphers", ciphers);
        return with(algorithms, AlgorithmCategory.MAC, "--macs", macs);
    }

    private static Algorithms with(Algorithms algorithms, AlgorithmCategory category, String option, String list) {
        try {
            return list == null ? algorithms : algorithms.with(category, list);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("Invalid value for option '" + option + "': " + e.getMessage(), e);
        }
    }
}
