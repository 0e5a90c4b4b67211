package io.jenkins.plugins.networkshell.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What a process took.
 *
 * @param wall seconds of its life
 * @param cpu seconds of processors
 * @param mebibytes the most memory that it had at a time
 * @param toLastByte seconds from the line on standard error that begins with "Connecting" to the last byte of its output
 * @param errors its lines on standard error
 */
record Started(double wall, double cpu, double mebibytes, double toLastByte, List<String> errors) {
    /**
     * Runs it to its end. {@code folder} holds the script of {@link Peer#script}.
     *
     * @param discard whether its output goes nowhere, and not through a pipe to us
     */
    static Started run(Path folder, String password, boolean discard, List<String> command)
            throws IOException, InterruptedException {
        return run(folder, password, discard, "", command);
    }

    /** @param javaOptions for our launcher */
    static Started run(Path folder, String password, boolean discard, String javaOptions, List<String> command)
            throws IOException, InterruptedException {
        return run(folder, discard, Map.of("NET_PASSWORD", password, "NETWORK_SHELL_JAVA_OPTS", javaOptions), command);
    }

    /** @param variables of its environment */
    static Started run(Path folder, boolean discard, Map<String, String> variables, List<String> command)
            throws IOException, InterruptedException {
        Path used = folder.resolve("used");
        List<String> measured =
                new ArrayList<>(List.of(Peer.PYTHON, folder.resolve("peer.py").toString(), "measure", used.toString()));
        measured.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(measured);
        builder.environment().putAll(variables);
        if (discard) {
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        }
        Process process = builder.start();
        List<String> errors = new ArrayList<>();
        CompletableFuture<Long> connecting = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, errors, connecting), "standard error");
        reader.start();
        long lastByte = lastByte(process.getInputStream());
        int status = process.waitFor();
        reader.join();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status + ": " + errors);
        }
        String[] numbers = Files.readString(used).strip().split(" ");
        return new Started(
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]),
                (lastByte - connecting.join()) / 1e9,
                errors);
    }

    private static long lastByte(InputStream output) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long last = System.nanoTime();
        while (output.read(buffer) >= 0) {
            last = System.nanoTime();
        }
        return last;
    }

    private static void read(Process process, List<String> errors, CompletableFuture<Long> connecting) {
        try (BufferedReader lines = process.errorReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Connecting")) {
                    connecting.complete(System.nanoTime());
                }
                errors.add(line);
            }
        } catch (IOException e) {
            errors.add(e.toString());
        }
        connecting.complete(System.nanoTime());
    }
}
