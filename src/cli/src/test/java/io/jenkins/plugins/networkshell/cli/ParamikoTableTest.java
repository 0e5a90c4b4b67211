package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Holds docs/paramiko.md to what works: its commands are run, its options exist. */
class ParamikoTableTest {
    private static final Path PAGE = Path.of("../../docs/paramiko.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

    @TempDir
    private Path here;

    private static List<String> terminalColumn() throws Exception {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `") || line.startsWith("| a") || line.startsWith("| s"))
                .map(line -> line.split(" \\| ")[1])
                .toList();
    }

    @Test
    void everyCommandWorks() throws Exception {
        Files.writeString(here.resolve("new.conf"), "speed 9600\n");
        int commands = 0;
        try (DemoServer server = DemoServer.start()) {
            Path there = Files.createDirectory(server.home().resolve("srv"));
            Files.setPosixFilePermissions(there, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
            for (String cell : terminalColumn()) {
                Matcher code = CODE.matcher(cell);
                while (code.find()) {
                    boolean possible = server.hasSudo() || !code.group(1).contains("sudo ");
                    if (code.group(1).startsWith("network-shell ") && possible) {
                        run(code.group(1), server);
                        commands++;
                    }
                }
            }
        }
        assertThat(commands).isGreaterThan(35);
        assertThat(here.resolve("copies/conf/app.conf")).hasContent("speed 9600\n");
        assertThat(here.resolve("ssh.log")).isNotEmptyFile();
    }

    private void run(String command, DemoServer server) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(
                command.substring("network-shell ".length()).replace("$SW", "--host ops@10.0.0.9 --key ~/.ssh/ops"));
        while (word.find()) {
            words.add(translated(word.group(1) == null ? word.group(2) : word.group(1), server));
        }
        List<String> common = new ArrayList<>(List.of("--no-ssh-config"));
        if (!command.contains("--known-hosts")) {
            common.addAll(List.of("--known-hosts", here.resolve("all-known").toString()));
        }
        if (!command.contains("--host-keys")) {
            common.addAll(List.of("--host-keys", "accept-new"));
        }
        words.addAll(1, common);
        Outcome outcome = new Cli()
                .with("NET_PASSWORD", server.password())
                .with("SUDO_PASSWORD", server.password())
                .input("text")
                .run(words.toArray(String[]::new));
        assertThat(outcome.code())
                .as(command + "\n" + outcome.out() + outcome.err())
                .isZero();
    }

    /** What the page names, as this machine has it. */
    private String translated(String word, DemoServer server) {
        String text = word.replace("ops@10.0.0.9", server.user() + "@127.0.0.1:" + server.port())
                .replace("~/.ssh/ops", server.key().toString())
                .replace("/srv/nsh", server.home().resolve("srv").toString());
        if (text.equals("22")) {
            return String.valueOf(server.port());
        }
        return text.startsWith("./") ? here + text.substring(1) : text;
    }

    @Test
    void everyOptionExists() throws Exception {
        CommandLine line = Main.commandLine(new Cli().environment());
        Set<String> known = line.getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
                .collect(Collectors.toSet());
        for (String cell : terminalColumn()) {
            Matcher code = CODE.matcher(cell);
            while (code.find()) {
                Matcher option = OPTION.matcher(code.group(1));
                while (option.find()) {
                    assertThat(known).contains(option.group());
                }
            }
        }
    }
}
