package io.jenkins.plugins.networkshell.engine.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the system that tests need. A test that lacks one is skipped and names the Debian package. */
public final class Tool {
    private Tool() {}

    /** The program's path; skips the test where it is missing. */
    public static String find(String program, String debianPackage) {
        Path found = Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/bin")
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, program + " is missing: install Debian's package " + debianPackage);
        return found.toString();
    }

    /** Skips the test unless it may create users and the like. */
    public static void needRoot() {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs to run as root");
    }

    /** Runs a program to its end and returns what it printed. */
    public static String run(String... command) throws IOException, InterruptedException {
        return run("", List.of(command));
    }

    public static String run(String input, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status + ": " + output);
        }
        return output;
    }
}
