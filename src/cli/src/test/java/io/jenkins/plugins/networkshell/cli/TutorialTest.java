package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/your-own-device.md}, typed along: its files are written, its differences applied, its commands run, and what
 * it says that they print is looked for in what they print. So are the lines of its pictures.
 */
class TutorialTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern PICTURE = Pattern.compile("images/([\\w-]+\\.svg)");
    private static final Pattern PICTURE_LINE = Pattern.compile("xml:space=\"preserve\">(.*)</text>");

    @TempDir
    private Path folder;

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final Map<String, SimulatedDevice> devicesByPort = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> printed = new ArrayList<>();
    private Outcome last;
    private int commands;

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    @Test
    void everythingInItWorks() throws IOException {
        String page = Files.readString(DOCS.resolve("your-own-device.md"));
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            String text = block.group(2);
            switch (block.group(1)) {
                case "yaml" -> Files.writeString(file(text.substring(2, text.indexOf('\n'))), text);
                case "diff" -> change(file("acme_switch.yaml"), text.lines().toList());
                case "sh" -> {
                    for (String line : text.lines().toList()) {
                        type(line);
                    }
                }
                case "text" -> assertThat(lines(last)).containsAll(text.lines().toList());
                default -> throw new AssertionError("Unknown kind of example: " + block.group(1));
            }
        }

        assertThat(commands).isEqualTo(9);
        assertThat(last.code()).isZero();
        assertThat(last.out()).contains("AS240077", "login ops password ****", "# end of configuration");
        try (Stream<Path> kept = Files.list(file("configs"))) {
            assertThat(kept)
                    .hasSize(1)
                    .allSatisfy(configuration ->
                            assertThat(configuration).content().contains("login ops password 5f4dcc3b5aa7"));
        }
        picturesShowWhatIsPrinted(page);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    /** As {@code patch} does, with no line beyond those that are shown. */
    private static void change(Path file, List<String> difference) throws IOException {
        String before = side(difference, '-');
        String text = Files.readString(file);
        assertThat(text).containsOnlyOnce(before);
        Files.writeString(file, text.replace(before, side(difference, '+')));
    }

    private static String side(List<String> difference, char sign) {
        return difference.stream()
                .filter(line -> line.charAt(0) == sign || line.charAt(0) == ' ')
                .map(line -> line.substring(1) + "\n")
                .collect(Collectors.joining());
    }

    private void type(String line) throws IOException {
        List<String> words = words(line);
        if (words.get(0).equals("export")) {
            words.subList(1, words.size()).forEach(variable -> {
                String[] parts = variable.split("=", 2);
                variables.put(parts[0], parts[1]);
            });
            return;
        }
        assertThat(words.get(0)).isEqualTo("network-shell");
        if (words.get(1).equals("simulate")) {
            Scene scene = Scene.load(file(words.get(words.indexOf("--scene") + 1)));
            devicesByPort.put(words.get(words.indexOf("--port") + 1), simulator.add(scene));
            return;
        }
        Cli cli = new Cli();
        variables.forEach(cli::with);
        last = cli.run(words.stream().skip(1).map(this::here).toArray(String[]::new));
        printed.addAll(lines(last));
        commands++;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        return words;
    }

    /** Files are in the folder of this test, and devices where the simulator found a free port. */
    private String here(String word) {
        if (word.endsWith(".yaml") || word.equals("configs")) {
            return file(word).toString();
        }
        int port = word.lastIndexOf(':') + 1;
        SimulatedDevice device = devicesByPort.get(word.substring(port));
        return device == null ? word : word.substring(0, port) + device.port();
    }

    private static List<String> lines(Outcome outcome) {
        return Stream.concat(outcome.err().lines(), outcome.out().lines()).toList();
    }

    /** Times and such differ from run to run. */
    private void picturesShowWhatIsPrinted(String page) throws IOException {
        List<String> lines = printed.stream().map(TutorialTest::withoutNumbers).toList();
        Matcher picture = PICTURE.matcher(page);
        int shown = 0;
        while (picture.find()) {
            Matcher line = PICTURE_LINE.matcher(Files.readString(DOCS.resolve("images/" + picture.group(1))));
            while (line.find()) {
                String text = line.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#x27;", "'")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
                if (!text.startsWith("$ ") && !text.startsWith("      --")) {
                    assertThat(lines).as(picture.group(1)).contains(withoutNumbers(text));
                    shown++;
                }
            }
        }
        assertThat(shown).isGreaterThan(30);
    }

    private static String withoutNumbers(String line) {
        return line.replaceAll("\\d+(?:[.:]\\d+)*( m?s\\b)?", "0");
    }
}
