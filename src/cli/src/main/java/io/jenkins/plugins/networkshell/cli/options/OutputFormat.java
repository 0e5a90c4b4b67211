package io.jenkins.plugins.networkshell.cli.options;

/** For people or for programs. */
public enum OutputFormat {
    TEXT,
    JSON;

    /** How the option names them. */
    public static final class Words extends WordConverter<OutputFormat> {
        public Words() {
            super(OutputFormat.values());
        }
    }
}
