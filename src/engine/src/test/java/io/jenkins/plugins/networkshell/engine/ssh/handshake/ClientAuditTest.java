package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ssh-audit, which poses as a server, says of the algorithms that a client offers. */
@Timeout(120)
class ClientAuditTest {
    private static final int ATTEMPTS = 8;

    private interface Client {
        void connect(int port) throws Exception;
    }

    /** The algorithms that it warns of, with the reason; not those that it does not know yet. */
    private static Set<String> findings(Client client) throws Exception {
        String audit = Tool.find("ssh-audit", "ssh-audit");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(audit, "-c", "-v", "-n", "-p", String.valueOf(port), "-t", "60")
                .redirectErrorStream(true);
        builder.environment().put("PYTHONUNBUFFERED", "1");
        Process process = builder.start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            // It says so right before it does; the rest is in the attempts.
            for (String line = output.readLine(); !line.startsWith("Listening "); ) {
                line = output.readLine();
            }
            client.connect(port);
            Set<String> findings = new TreeSet<>();
            String report = output.lines().collect(Collectors.joining("\n"));
            assertThat(report).as("a report").contains("(kex) ").contains("[fail]");
            for (String line : report.lines().toList()) {
                boolean judged = line.contains("[fail]") || line.contains("[warn]");
                if (judged && !line.contains("unknown algorithm")) {
                    findings.add(line.replaceAll("\\s+", " ").replaceAll("^(\\(\\w+\\) \\S+).*", "$1"));
                }
            }
            return findings;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void ours(int port) {
        Try.failure(
                Try.port(port, "me")
                        .credentials(new Credential.Password(Secret.of("x")))
                        .connectAttempts(ATTEMPTS)
                        .retryDelay(Duration.ofMillis(30)),
                NetworkShellException.class);
    }

    private static void openSsh(int port) throws IOException, InterruptedException {
        List<String> command = List.of(
                Tool.find("ssh", "openssh-client"),
                "-F",
                "none",
                "-o",
                "BatchMode=yes",
                "-o",
                "ConnectionAttempts=" + ATTEMPTS,
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-p",
                String.valueOf(port),
                "me@127.0.0.1",
                "true");
        Process ssh = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ssh.waitFor();
    }

    @Test
    void itFindsNothingThatItDoesNotFindInOpenSsh() throws Exception {
        Set<String> ours = findings(ClientAuditTest::ours);
        Set<String> theirs = findings(ClientAuditTest::openSsh);

        assertThat(theirs).containsAll(ours);
        assertThat(ours).hasSizeLessThan(theirs.size());
    }
}
