package io.jenkins.plugins.networkshell.engine.platform;

import java.util.Arrays;
import java.util.Optional;

/** What a definition was checked against, and so how far its patterns can be trusted. */
public enum Checked {
    /** Sessions that were recorded on devices. */
    RECORDED("recorded"),
    /** The vendor's own software, run for the check. */
    REAL_SOFTWARE("real software"),
    /** Manuals and published outputs. */
    DOCUMENTATION("documentation");

    private final String words;

    Checked(String words) {
        this.words = words;
    }

    /** The spelling in a definition, for instance {@code real software}. */
    public String words() {
        return words;
    }

    static Optional<Checked> of(String words) {
        return Arrays.stream(values()).filter(c -> c.words.equals(words)).findFirst();
    }

    /** @return null if the definition does not say */
    static Checked read(FieldReader fields, String name) throws PlatformDefinitionException {
        String words = fields.text(name, null);
        if (words == null) {
            return null;
        }
        return of(words)
                .orElseThrow(() -> fields.wrong(name, "is '" + words + "'", "recorded, real software, documentation"));
    }
}
