package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SceneBuilder;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;

/** What can be said of how to reach a device and how to log in: the same for all steps, so one of them stands for all. */
@ExtendWith(SharedJenkins.class)
class ConnectionParametersTest {
    private static final String CODE = "927461";

    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stopProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private static SceneBuilder linux() {
        return Scene.shipped("linux").toBuilder();
    }

    private static String exec(String at, String more) {
        return "networkExec(" + at + ", command: 'echo was here'" + (more.isEmpty() ? "" : ", ") + more + ")\n";
    }

    private static WorkflowRun works(JenkinsRule r, String script) throws Exception {
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, script));
        r.assertLogContains("\nwas here\n", run);
        return run;
    }

    private static WorkflowRun fails(JenkinsRule r, String script, String... parts) throws Exception {
        WorkflowRun run = r.buildAndAssertStatus(Result.FAILURE, Devices.pipeline(r, script));
        assertThat(run.getLog(500))
                .filteredOn(line -> line.startsWith("ERROR: "))
                .as(script)
                .hasSize(1)
                .first()
                .asString()
                .contains(parts);
        r.assertLogNotContains("\tat ", run);
        return run;
    }

    private static void addSecret(String id, String text) throws IOException {
        var provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, id, null, Secret.fromString(text)));
        provider.save();
    }

    @Test
    void jumpHostsWithCredentialsOfTheirOwn(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(linux().build());
        Devices.addLogin(device);
        String agent = r.createOnlineSlave().getNodeName();
        try (OpenSsh jump = OpenSsh.start(folder)) {
            OpenSsh.addLogin("jump", jump.key(), "");
            String address = OpenSsh.user() + "@127.0.0.1:" + jump.port();
            String call = exec(Devices.at(device), "jump: '" + address + "', jumpCredentialsId: 'jump'");
            works(r, call);
            works(r, "node('" + agent + "') { " + call + " }");
            works(
                    r,
                    exec(
                            Devices.at(device),
                            "jump: '127.0.0.1:%1$d, %2$s', jumpCredentialsId: 'jump'".formatted(jump.port(), address)));
            assertThat(jump.logins()).isEqualTo(4);
            assertThat(device.sent().execs()).hasSize(3);
            long connections = device.sent().totalConnections();
            fails(r, exec(Devices.at(device), "jump: '" + address + "'"), "Login to 127.0.0.1:" + jump.port());
            fails(r, exec(Devices.at(device), "jump: 'me@'"), "\"me@\" is not a jump host. Write user@host:port");
            assertThat(device.sent().totalConnections()).isEqualTo(connections);
        }
    }

    private static String tool(String... places) {
        return Stream.of(places)
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElse("");
    }

    /** @param sign in the line with which it says that it listens */
    private void start(String sign, String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        processes.add(process);
        assertThat(OpenSsh.listens(process, sign)).as(command[0]).isTrue();
    }

    @Test
    void throughAnHttpProxy(JenkinsRule r) throws Exception {
        String tinyproxy = tool("/usr/bin/tinyproxy", "/usr/sbin/tinyproxy");
        assumeTrue(!tinyproxy.isEmpty(), "tinyproxy is not installed");
        int port = OpenSsh.freePort();
        Path config = Files.writeString(
                folder.resolve("tinyproxy.conf"),
                "Port " + port + "\nListen 127.0.0.1\nAllow 127.0.0.1\nBasicAuth me s3cret-of-Proxy\n");
        start("Accepting connections", tinyproxy, "-d", "-c", config.toString());
        SimulatedDevice device = devices.device(linux().build());
        Devices.addLogin(device);
        Devices.addLogin("proxy", "me", "s3cret-of-Proxy");
        Devices.addLogin("wrong", "me", "wr0ng-One");
        String agent = r.createOnlineSlave().getNodeName();
        String proxy = "proxy: 'http://127.0.0.1:" + port + "'";
        String call = exec(Devices.at(device), proxy + ", proxyCredentialsId: 'proxy'");
        WorkflowRun run = works(r, call + "node('" + agent + "') { " + call + " }");
        r.assertLogNotContains("s3cret-of-Proxy", run);
        assertThat(device.sent().execs()).hasSize(2);
        fails(r, exec(Devices.at(device), proxy), "127.0.0.1:" + port, "it wants a user name and a password");
        WorkflowRun wrong = fails(
                r, exec(Devices.at(device), proxy + ", proxyCredentialsId: 'wrong'"), "user name or the password");
        r.assertLogNotContains("wr0ng-One", wrong);
        fails(r, exec(Devices.at(device), "proxy: 'gopher://127.0.0.1:70'"), "This is not a proxy URL; allowed: ");
        assertThat(device.sent().totalConnections()).isEqualTo(2);
    }

    @Test
    void throughASocksProxy(JenkinsRule r) throws Exception {
        String ssh = tool("/usr/bin/ssh", "/usr/local/bin/ssh");
        assumeTrue(!ssh.isEmpty(), "OpenSSH's client is not installed");
        SimulatedDevice device = devices.device(linux().build());
        Devices.addLogin(device);
        try (OpenSsh server = OpenSsh.start(folder)) {
            int port = OpenSsh.freePort();
            start(
                    OpenSsh.CLIENT_LISTENS,
                    ssh,
                    "-v",
                    "-N",
                    "-F",
                    "none",
                    "-D",
                    "127.0.0.1:" + port,
                    "-i",
                    server.key().toString(),
                    "-o",
                    "StrictHostKeyChecking=no",
                    "-o",
                    "UserKnownHostsFile=/dev/null",
                    "-p",
                    Integer.toString(server.port()),
                    OpenSsh.user() + "@127.0.0.1");
            works(r, exec(Devices.at(device), "proxy: 'socks5://127.0.0.1:" + port + "'"));
            int nobody = OpenSsh.freePort();
            fails(
                    r,
                    exec(Devices.at(device), "proxy: 'socks5://127.0.0.1:" + nobody + "'"),
                    "Nothing accepts connections at the proxy 127.0.0.1:" + nobody);
        }
    }

    @Test
    void algorithms(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder, "Ciphers aes256-ctr,aes192-ctr", "Compression yes")) {
            server.addLogin();
            String at = server.at();
            WorkflowRun run = works(
                    r,
                    exec(
                            at,
                            "keyExchanges: 'curve25519-sha256', hostKeyAlgorithms: 'ssh-ed25519',"
                                    + " ciphers: 'aes192-ctr', macs: 'hmac-sha2-512', compression: true, keepAlive: '1m',"
                                    + " sshLog: 'ssh.log'"));
            assertThat(NetworkShellStepTest.artifact(run, "ssh.log"))
                    .contains("kex=curve25519-sha256", "aes192-ctr", "hmac-sha2-512", "zlib")
                    .doesNotContain("aes256-ctr; c2s");
            fails(
                    r,
                    exec(at, "ciphers: 'aes128-ctr'"),
                    "127.0.0.1:" + server.port(),
                    "aes128-ctr",
                    "aes256-ctr",
                    "aes192-ctr");
            fails(r, exec(at, "macs: 'rot13'"), "rot13");
            fails(r, exec(at, "algorithms: 'ancient'"), "ancient");
        }
        SimulatedDevice old =
                devices.device(linux().ssh(SshSettings.DEFAULT.legacy()).build());
        Devices.addLogin("old", old.user(), old.password());
        String at = Devices.at(old).replace(Devices.LOGIN, "old");
        fails(r, exec(at, ""), "diffie-hellman-group14-sha1", "curve25519-sha256", "legacy");
        works(r, exec(at, "algorithms: 'legacy'"));
    }

    @Test
    void attemptsAndKeepAlive(JenkinsRule r) throws Exception {
        SimulatedDevice busy = devices.device(linux().build());
        Devices.addLogin(busy);
        busy.withFault(FaultPlan.of(Fault.CLOSE_AFTER_CONNECT).forConnections(1));
        WorkflowRun run = works(r, exec(Devices.at(busy), "connectAttempts: 2"));
        r.assertLogContains(" Attempt 2 of 2 in ", run);
        fails(r, exec(Devices.at(busy), "connectAttempts: 0"), "At least one attempt to connect, not 0.");
        long before = busy.sent().totalConnections();
        Devices.addLogin("wrong", busy.user(), "wr0ng-One");
        fails(
                r,
                exec(Devices.at(busy).replace(Devices.LOGIN, "wrong"), "connectAttempts: 3"),
                "Login to 127.0.0.1:" + busy.port() + " as " + busy.user() + " failed");
        assertThat(busy.sent().totalConnections() - before)
                .as("a rejected login is not repeated")
                .isOne();

        SimulatedDevice fragile = devices.device(linux().exec(CommandRule.exact("show tech", Reply.text("begun\n")))
                .build());
        fragile.withFault(Fault.DROP_ON_KEEPALIVE)
                .withFault(FaultPlan.of(Fault.STALL).afterBytes(2));
        r.assertLogNotContains(
                "printed nothing for",
                fails(
                        r,
                        "networkExec(%s, command: 'show tech', keepAlive: '100ms', silenceTimeout: '20s')"
                                .formatted(Devices.at(fragile)),
                        "of 'show tech'."));
        fails(
                r,
                "networkExec(%s, command: 'show tech', silenceTimeout: '1s')".formatted(Devices.at(fragile)),
                "printed nothing for 1 s");
    }

    @Test
    void answersAtLogin(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(linux().user("keeper", "p4ss-W0rd-of-nobody")
                .ssh(SshSettings.DEFAULT.withAuth("keyboard-interactive"))
                .challenge("Password: ", false, "${password}")
                .challenge("One-time code: ", false, CODE)
                .challenge("PIN: ", false, "p1n-Of-nobody")
                .build());
        Devices.addLogin(Devices.LOGIN, "keeper", "p4ss-W0rd-of-nobody");
        addSecret("pin", "p1n-Of-nobody");
        String agent = r.createOnlineSlave().getNodeName();
        String call = exec(
                Devices.at(device),
                "loginAnswers: [[prompt: 'One-time', answer: '" + CODE + "'], [prompt: '^PIN', credentialsId: 'pin']]");
        WorkflowRun run = works(r, call + "node('" + agent + "') { " + call + " }\necho 'end'");
        assertThat(device.sent().execs()).hasSize(2);
        r.assertLogNotContains("p1n-Of-nobody", run);
        fails(
                r,
                exec(Devices.at(device), "loginAnswers: [[prompt: 'One-time', answer: '" + CODE + "']]"),
                "there was no answer to the prompt \"PIN: \"");
        fails(
                r,
                exec(Devices.at(device), "loginAnswers: [[prompt: '(', answer: 'x']]"),
                "The question \"(\" is not a regular expression");
        fails(
                r,
                exec(Devices.at(device), "loginAnswers: [[prompt: 'code']]"),
                "The question \"code\" of the login has neither an answer nor credentials.");
    }

    private Path newKey(String name, String passphrase, String... type) throws Exception {
        Path key = folder.resolve(name);
        List<String> command =
                new ArrayList<>(List.of("ssh-keygen", "-q", "-C", "", "-N", passphrase, "-f", key.toString()));
        command.addAll(List.of(type));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        return key;
    }

    @Test
    void keysOfEveryType(JenkinsRule r) throws Exception {
        List<Path> keys = List.of(
                newKey("ed25519", "", "-t", "ed25519"),
                newKey("ed25519-passphrase", "open-Sesame-77", "-t", "ed25519"),
                newKey("ecdsa", "", "-t", "ecdsa", "-b", "384"),
                newKey("rsa", "", "-t", "rsa", "-b", "2048"),
                newKey("rsa-pem", "", "-t", "rsa", "-b", "2048", "-m", "PEM"),
                newKey("rsa-passphrase", "open-Sesame-77", "-t", "rsa", "-b", "2048"),
                newKey("rsa-pkcs8", "", "-t", "rsa", "-b", "2048", "-m", "PKCS8"));
        try (OpenSsh server = OpenSsh.start(folder)) {
            StringBuilder script = new StringBuilder();
            for (Path key : keys) {
                String name = key.getFileName().toString();
                Files.writeString(
                        folder.resolve("authorized_keys"),
                        Files.readString(folder.resolve(name + ".pub")),
                        StandardOpenOption.APPEND);
                OpenSsh.addLogin(name, key, name.contains("passphrase") ? "open-Sesame-77" : "");
                script.append(exec(server.at().replace(Devices.LOGIN, name), ""));
            }
            String agent = r.createOnlineSlave().getNodeName();
            WorkflowRun run = works(r, script + "node('" + agent + "') {\n" + script + "}");
            assertThat(server.logins()).isEqualTo(2L * keys.size());
            r.assertLogNotContains("open-Sesame-77", run);
            OpenSsh.addLogin("no-passphrase", keys.get(1), "");
            fails(r, exec(server.at().replace(Devices.LOGIN, "no-passphrase"), ""), "no-passphrase", "passphrase");
        }
    }

    @Test
    void certificates(JenkinsRule r) throws Exception {
        Path authority = newKey("ca", "", "-t", "ed25519");
        Path key = newKey("certified", "", "-t", "ed25519");
        assertThat(new ProcessBuilder(
                                "ssh-keygen",
                                "-q",
                                "-s",
                                authority.toString(),
                                "-I",
                                "me",
                                "-n",
                                OpenSsh.user(),
                                key + ".pub")
                        .start()
                        .waitFor())
                .isZero();
        String certificate = Files.readString(folder.resolve("certified-cert.pub"))
                .replace("\n", " ")
                .strip();
        try (OpenSsh server = OpenSsh.start(folder, "TrustedUserCAKeys " + authority + ".pub")) {
            OpenSsh.addLogin(Devices.LOGIN, key, "");
            String agent = r.createOnlineSlave().getNodeName();
            String call = exec(server.at(), "certificate: '" + certificate + "'");
            works(r, call + "node('" + agent + "') { " + call + " }");
            assertThat(server.logins()).isEqualTo(2);
            fails(r, exec(server.at(), ""), "rejected; the device accepts publickey");
            fails(r, exec(server.at(), "certificate: 'ssh-ed25519 AAAA'"), "is not an OpenSSH user certificate");
            Devices.addLogin("password", "me", "S3cret-of-me");
            fails(
                    r,
                    exec(server.at().replace(Devices.LOGIN, "password"), "certificate: '" + certificate + "'"),
                    "A certificate belongs to a private key, and the credentials have none.");
        }
    }
}
