package io.jenkins.plugins.networkshell.cli.options;

/** The output format, for people or programs. */
public enum OutputFormat {
    TEXT,
    JSON;

    /** Its name in the option. */
    public static final class Words extends WordConverter<OutputFormat> {
        public Words() {
            super(OutputFormat.values());
        }
    }
}
