package io.jenkins.plugins.networkshell.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** OpenSSH's client with a password from sshpass; tests are skipped where either is not installed. */
final class OpenSsh {
    private OpenSsh() {}

    /** What a run left behind. */
    record Result(int status, String out, String err) {}

    static OpenSsh installed() {
        Assumptions.assumeTrue(isThere("ssh") && isThere("sshpass"), "ssh or sshpass is not installed");
        return new OpenSsh();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(d -> Files.isExecutable(Path.of(d, program)));
    }

    /** Runs ssh with the device's user and password; options stand before the host, {@code -- command} behind it. */
    Result run(SimulatedDevice device, String input, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "sshpass",
                "-e",
                "ssh",
                "-F",
                "none",
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "ConnectTimeout=10",
                "-p",
                Integer.toString(device.port()),
                "-l",
                device.user()));
        List<String> given = List.of(options);
        int split = given.indexOf("--");
        command.addAll(split < 0 ? given : given.subList(0, split));
        command.add(device.host());
        if (split >= 0) {
            command.addAll(given.subList(split + 1, given.size()));
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SSHPASS", device.password());
        Process process = builder.start();
        try {
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new AssertionError("ssh did not end");
            }
            return new Result(process.exitValue(), out.get(), err.get());
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
