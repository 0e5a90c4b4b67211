package io.jenkins.plugins.networkshell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts a Jenkins for developers, with a Maven that only pretends to. */
@DisabledOnOs(OS.WINDOWS)
class DevScriptTest {
    /** As {@code hpi:run} does: Jenkins is a process of its own, which a signal to Maven does not reach. */
    private static final String MAVEN = """
            #!/bin/sh
            case "$*" in
                *' -v'*) echo 'Apache Maven 3.9.11' ;;
                *hpi:run*)
                    sh -c 'trap "echo Jenkins has ended; exit 0" TERM; echo $$; while :; do read line <gate || :; done' &
                    wait
                    ;;
            esac
            """;

    @TempDir
    private Path folder;

    @Test
    void endsWithAllThatItStarted() throws Exception {
        Files.createFile(Files.createDirectories(folder.resolve("src/plugin")).resolve("pom.xml"));
        Path script = Files.copy(Path.of("../../dev"), folder.resolve("dev"), StandardCopyOption.COPY_ATTRIBUTES);
        Path programs = Files.createDirectory(folder.resolve("bin"));
        Path maven = Files.writeString(programs.resolve("mvn"), MAVEN);
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("gate").toString())
                        .start()
                        .waitFor())
                .isZero();

        ProcessBuilder builder = new ProcessBuilder(script.toString(), "jenkins").redirectErrorStream(true);
        builder.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        Process running = builder.start();
        try (BufferedReader console = running.inputReader()) {
            ProcessHandle jenkins =
                    ProcessHandle.of(Long.parseLong(console.readLine())).orElseThrow();
            running.toHandle().destroy(); // the process itself would close its console, too
            assertThat(console.lines()).contains("Jenkins has ended");
            assertThat(running.waitFor()).isEqualTo(143);
            assertThat(jenkins.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
            assertThat(folder.resolve("target/jenkins-console")).doesNotExist();
        }
    }
}
