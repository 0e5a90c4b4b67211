package io.jenkins.plugins.networkshell.simulator.output;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of generated output. */
public enum Generator {
    /** A VRP configuration: begins with {@code !Software Version}, ends with {@code return}. */
    HUAWEI_CONFIG,
    /** An IOS configuration: begins with {@code Building configuration...}, ends with {@code end}. */
    CISCO_CONFIG,
    /** Numbered lines of 64 characters, each different, to find lost or duplicate lines. */
    LINES,
    /** Log lines that contain text that looks like the prompts of all shipped platforms. */
    PROMPT_LOOKALIKES;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Generator> byKey(String key) {
        return Arrays.stream(values()).filter(g -> g.key().equals(key)).findFirst();
    }
}
