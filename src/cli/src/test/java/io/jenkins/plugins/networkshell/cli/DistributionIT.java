package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archives that are given to users, unpacked and started as they would. */
@Timeout(120)
class DistributionIT {
    private static final String SCENE = """
            name: small
            hostname: sw1
            login: {users: [{name: netops, password: s3cr3t-Pa55}]}
            modes: {user: "<${host}>"}
            commands:
              - {on: screen-length 0 temporary}
              - {on: display clock, output: "12:00:00"}
              - {on: quit, close: true}
            """;

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final SimulatedDevice device = simulator.add(Scene.parse(SCENE, "small.yaml"));

    @TempDir
    private Path folder;

    private Path home;
    private final Map<String, String> variables = new TreeMap<>();

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void unpack() throws Exception {
        unpackIn("programs");
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("HOME", Files.createDirectories(folder.resolve("user")).toString());
        variables.put("NET_PASSWORD", device.password());
        variables.put("PATH", System.getenv("PATH"));
    }

    private void unpackIn(String name) throws Exception {
        Path programs = Files.createDirectories(folder.resolve(name));
        Process tar = new ProcessBuilder("tar", "-xzf", archive(".tar.gz"), "-C", programs.toString()).start();
        assertThat(tar.waitFor()).isZero();
        home = children(programs).get(0);
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private static String archive(String ending) {
        return System.getProperty("cli.archives") + ending;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private String launcher() {
        return home.resolve("bin/network-shell").toString();
    }

    private Ended start(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(folder.resolve("stderr")));
    }

    private List<String> clock(String launcher) {
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(List.of(Cli.argumentsFor(device, "-q", "display clock")));
        return command;
    }

    private void runsAClock(String launcher) throws Exception {
        assertThat(start(clock(launcher))).isEqualTo(new Ended(0, "12:00:00\n", ""));
    }

    /** The lines on loaded classes of our jar in a start: what each is, and where it comes from. */
    private List<String> classesOfStart() throws Exception {
        Path log = folder.resolve("classes.log");
        Files.deleteIfExists(log);
        variables.put("NETWORK_SHELL_JAVA_OPTS", "-Xlog:class+load:file=classes.log");
        List<String> command = List.of("sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder.toString());
        Ended ended = start(
                Stream.concat(command.stream(), clock(launcher()).stream()).toList());
        variables.remove("NETWORK_SHELL_JAVA_OPTS");
        assertThat(ended).isEqualTo(new Ended(0, "12:00:00\n", ""));
        return Files.readAllLines(log);
    }

    /** How many of our classes come from an archive in this start. */
    private long classesFromArchive() throws Exception {
        return classesOfStart().stream()
                .filter(line ->
                        line.contains("io.jenkins.plugins.networkshell.") && line.contains("shared objects file"))
                .count();
    }

    @Test
    void saysItsVersion() throws Exception {
        Ended ended = start(List.of(launcher(), "--version"));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("network-shell ").contains("Java ").doesNotContain("not from a jar");
    }

    @Test
    void theSecondStartTakesItsClassesFromAnArchive() throws Exception {
        assertThat(classesFromArchive()).as("the first").isZero();
        assertThat(classesFromArchive()).as("the second").isGreaterThan(200);
        assertThat(children(home.resolve("lib")))
                .as("the archive is in the installation")
                .hasSize(4);
    }

    /** Java leaves out of an archive what was compiled for Java 5, and picocli was. */
    @Test
    void librariesComeFromTheArchive() throws Exception {
        runsAClock(launcher());

        assertThat(classesOfStart())
                .anyMatch(line -> line.contains(" picocli.CommandLine "))
                .noneMatch(line -> line.contains("source: file:"));
    }

    @Test
    void anArchiveOfAnotherJavaIsMadeAnew() throws Exception {
        runsAClock(launcher());
        assertThat(classesFromArchive()).isGreaterThan(200);
        Path madeFor = children(home.resolve("lib")).stream()
                .filter(file -> file.toString().endsWith(".made-for"))
                .findFirst()
                .orElseThrow();
        Files.writeString(madeFor, Files.readString(madeFor).replace("JAVA_VERSION=", "JAVA_VERSION=0"));

        assertThat(classesFromArchive()).as("before it is made").isZero();
        assertThat(classesFromArchive()).isGreaterThan(200);
    }

    @Test
    void aRunThatFailedLeavesNoArchiveThatIsUsed() throws Exception {
        variables.put("NET_PASSWORD", "wrong");
        assertThat(start(clock(launcher())).code()).isEqualTo(ExitCode.LOGIN_FAILED.number());
        variables.put("NET_PASSWORD", device.password());

        assertThat(classesFromArchive()).as("after the failure").isZero();
        assertThat(classesFromArchive()).as("after the success").isGreaterThan(200);
    }

    @Test
    void worksFromAFolderThatCannotBeWritten() throws Exception {
        variables.put("XDG_CACHE_HOME", folder.resolve("cache").toString());

        assertThat(start(readOnly(home))).isEqualTo(new Ended(0, "12:00:00\n", ""));

        assertThat(children(home.resolve("lib"))).hasSize(1);
        assertThat(children(folder.resolve("cache/network-shell")))
                .as("the user's own")
                .hasSize(3);
        assertThat(start(readOnly(home))).as("and once more").isEqualTo(new Ended(0, "12:00:00\n", ""));
    }

    @Test
    void worksWhereNothingCanBeWritten() throws Exception {
        assertThat(start(readOnly(folder.resolve("programs"), folder.resolve("user"))))
                .isEqualTo(new Ended(0, "12:00:00\n", ""));

        assertThat(children(home.resolve("lib"))).hasSize(1);
        assertThat(children(folder.resolve("user"))).isEmpty();
    }

    @Test
    void worksWithBlanksInItsPath() throws Exception {
        unpackIn("my programs");
        runsAClock(launcher());
        runsAClock(launcher());
    }

    @Test
    void anEmptyCacheFolderMeansNone() throws Exception {
        variables.put("NETWORK_SHELL_CACHE", "");
        runsAClock(launcher());

        assertThat(children(home.resolve("lib"))).hasSize(1);
    }

    /** Root may write wherever a file system can be written, so for root it is mounted read-only. */
    private List<String> readOnly(Path... folders) throws Exception {
        if (!System.getProperty("user.name").equals("root")) {
            for (Path each : folders) {
                try (Stream<Path> below = Files.walk(each)) {
                    for (Path directory : below.filter(Files::isDirectory).toList()) {
                        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
                    }
                }
            }
            return clock(launcher());
        }
        assumeTrue(
                start(List.of("unshare", "-m", "mount", "--bind", home.toString(), home.toString()))
                                .code()
                        == 0,
                "root may not mount here");
        String script = Stream.of(folders)
                .map(each ->
                        "mount --bind '" + each + "' '" + each + "' && mount -o remount,ro,bind '" + each + "' && ")
                .collect(Collectors.joining("", "", "exec \"$@\""));
        List<String> command = new ArrayList<>(List.of("unshare", "-m", "sh", "-c", script, "sh"));
        command.addAll(clock(launcher()));
        return command;
    }

    @Test
    void worksThroughALinkOnThePath() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(
                bin.resolve("relative"), Path.of("../programs", home.getFileName() + "/bin/network-shell"));
        Files.createSymbolicLink(bin.resolve("network-shell"), Path.of("relative"));
        variables.put("PATH", bin + ":" + variables.get("PATH"));

        assertThat(start(List.of("sh", "-c", "network-shell --version")).out()).startsWith("network-shell ");
    }

    @Test
    void withoutAJavaItSaysWhatItNeeds() throws Exception {
        variables.put("JAVA_HOME", "/nowhere");
        assertThat(start(List.of(launcher(), "--version")))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "Error: JAVA_HOME is /nowhere, which has no bin/java; allowed: the folder of a Java 17 or newer.\n"));
        variables.remove("JAVA_HOME");
        variables.put("PATH", Files.createDirectories(folder.resolve("empty")).toString());
        assertThat(start(List.of("/bin/sh", launcher(), "--version")).code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void anOldJavaIsNamed() throws Exception {
        Path old = folder.resolve("jdk-11");
        Path java = old.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"11.0.2\"\n");
        variables.put("JAVA_HOME", old.toString());

        assertThat(start(List.of(launcher(), "--version")))
                .isEqualTo(new Ended(
                        2, "", "Error: Network Shell needs Java 17 or newer; " + old.toRealPath() + " has Java 11.\n"));
    }

    /** Its Java prints its arguments, and makes what Java would make. */
    private List<String> argumentsWithJava(String version) throws Exception {
        Path jdk = folder.resolve("jdk-" + version);
        Path java = jdk.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, """
                #!/bin/sh
                for argument; do
                    echo "$argument"
                    case $argument in
                        -XX:ArchiveClassesAtExit=*) touch "${argument#*=}" "${argument#*=}.complete" ;;
                    esac
                done
                """);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        variables.put("JAVA_HOME", jdk.toString());
        return start(clock(launcher())).out().lines().toList();
    }

    /** A method that is waiting when the archive is made is never compiled where it comes from the archive. */
    @Test
    void noMethodWaitsForTheCompilerWhileAnArchiveIsMade() throws Exception {
        String none = "-XX:-BackgroundCompilation";
        for (String affected : List.of("17.0.15", "20.0.2")) {
            assertThat(argumentsWithJava(affected)).as(affected).contains(none);
            assertThat(argumentsWithJava(affected))
                    .as("with the archive")
                    .doesNotContain(none)
                    .anyMatch(argument -> argument.startsWith("-XX:SharedArchiveFile="));
        }
        assertThat(argumentsWithJava("21.0.4")).doesNotContain(none);
    }

    @Test
    void everyCommandHasItsManualPage() throws Exception {
        Path pages = home.resolve("share/man/man1");
        Set<String> wanted = new TreeSet<>();
        wanted.add("network-shell.1");
        Main.commandLine(new Cli().environment())
                .getSubcommands()
                .keySet()
                .forEach(name -> wanted.add("network-shell-" + name + ".1"));

        assertThat(children(pages))
                .extracting(page -> page.getFileName().toString())
                .containsAll(wanted);
        assertThat(Files.readString(pages.resolve("network-shell-run.1")))
                .contains(".TH \"NETWORK\\-SHELL\\-RUN\" \"1\"")
                .contains("\\-\\-host\\-keys")
                .contains("    \\*(Aqdisplay version\\*(Aq \\*(Aqdisplay clock\\*(Aq")
                .contains("delete .*\\(rs?=y");
    }

    @Test
    void theCompletionScriptIsThatOfTheCommand() throws Exception {
        Ended printed = start(List.of(launcher(), "completion"));

        assertThat(home.resolve("share/bash-completion/completions/network-shell"))
                .hasContent(printed.out().stripTrailing());
    }

    @Test
    void bothArchivesHoldTheSame() throws Exception {
        Set<String> inZip = new TreeSet<>();
        try (ZipFile zip = new ZipFile(archive(".zip"))) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .forEach(inZip::add);
        }
        Set<String> inTar = new TreeSet<>();
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(Files::isRegularFile)
                    .map(file -> home.getParent().relativize(file).toString())
                    .forEach(inTar::add);
        }

        assertThat(inZip).isEqualTo(inTar);
    }

    /** It can only be started on Windows, so what it has in common with the other is compared. */
    @Test
    void theLauncherForWindowsDoesTheSame() throws Exception {
        String windows = Files.readString(home.resolve("bin/network-shell.cmd"));
        String unix = Files.readString(home.resolve("bin/network-shell"));

        assertThat(windows.replace("\r\n", "")).as("line ends").doesNotContain("\n");
        assertThat(javaOptions(windows)).isEqualTo(javaOptions(unix));
        Set<String> soon = found("provider\\.([\\w*]+)::", windows);
        assertThat(soon).isNotEmpty().allMatch(unix::contains);
        Set<String> archived = found("\"%~1\"==\"(\\w+)\"", windows);
        assertThat(unix).contains("    " + String.join(" | ", List.of("run", "exec", "get", "put", "backup")) + ")");
        assertThat(archived).containsExactlyInAnyOrder("run", "exec", "get", "put", "backup");
    }

    private static Set<String> javaOptions(String launcher) {
        return found("(?<![*\\w])(-X(?:X:[+\\w]+|log:[\\w=:]+|ms\\w+)|-Dnetworkshell[\\w.]+)", launcher);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
