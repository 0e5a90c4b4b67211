package io.jenkins.plugins.networkshell.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The output of {@code --version}, from the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "network-shell " + Objects.requireNonNullElse(version, "(not from a jar)"),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
