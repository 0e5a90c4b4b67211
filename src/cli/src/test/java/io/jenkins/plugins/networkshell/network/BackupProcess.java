package io.jenkins.plugins.networkshell.network;

import com.sun.management.OperatingSystemMXBean;
import io.jenkins.plugins.networkshell.cli.Main;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The command line in a process of its own, with a heap of its own: what a nightly backup is. */
public final class BackupProcess {
    private static final String MEASURED = "measured";

    private BackupProcess() {}

    /**
     * How it ended.
     *
     * @param peakMegabytes the most of the heap that was in use after a collection
     * @param processorSeconds of all its threads
     */
    public record Ended(int code, List<String> out, List<String> err, double peakMegabytes, double processorSeconds) {
        /** What did not go well, one event a line. */
        public String failures() {
            return out.stream()
                    .filter(line -> line.contains("\"status\":\"failed\"") || line.contains("\"deviceRetrying\""))
                    .collect(Collectors.joining("\n", String.join("\n", err) + "\n", ""));
        }
    }

    /** @param folder for what it prints, which may be much */
    public static Ended run(Path folder, String heap, Map<String, String> variables, List<String> arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Path measured = Files.createTempFile(folder, MEASURED, ".txt");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                heap,
                "-D" + MEASURED + "=" + measured,
                "-cp",
                System.getProperty("java.class.path"),
                BackupProcess.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(variables);
        int code = builder.start().waitFor();
        String[] numbers = Files.readString(measured).split(" ");
        if (numbers.length != 2) {
            throw new IOException("the process ended before it was measured: " + Files.readString(err));
        }
        return new Ended(
                code,
                Files.readAllLines(out),
                Files.readAllLines(err),
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]));
    }

    /** Starts the command line as it is, for tests that end it by a signal; what it prints can be read. */
    static Process start(Path errors, Map<String, String> variables, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** @param args of the command line */
    public static void main(String[] args) throws IOException {
        LiveHeap live = LiveHeap.watch();
        int code = Main.run(args, Environment.ofProcess(new Cancellation()));
        long processor = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        Files.writeString(
                Path.of(System.getProperty(MEASURED)),
                String.format(Locale.ROOT, "%.1f %.2f", live.megabytes(), processor / 1e9),
                StandardCharsets.US_ASCII);
        System.exit(code);
    }
}
