package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.ExtensionList;
import hudson.util.Secret;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Holds docs/paramiko.md to what works: the steps in its column for pipelines are run. */
@WithJenkins
class PipelineExamplesTest {
    private static final Path PAGE = Path.of("../../docs/paramiko.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final String SUDO_PASSWORD = "sud0-of-the-Docs";

    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path folder;

    private static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split(" \\| ");
            if (line.startsWith("| ") && cells.length == 3) {
                Matcher code = CODE.matcher(cells[2]);
                while (code.find()) {
                    if (code.group(1).matches("(def r = )?(network|sshagent)[A-Za-z]*\\(.*")) {
                        examples.add(code.group(1));
                    }
                }
            }
        }
        return examples;
    }

    @Test
    void everyStepWorks(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .ssh(SshSettings.DEFAULT.withAuth("none", "password", "keyboard-interactive"))
                .build());
        writeSudo();
        Path authority = OpenSsh.generateKey(folder.resolve("authority"));
        try (OpenSsh server = OpenSsh.start(
                        folder,
                        "TrustedUserCAKeys " + authority + ".pub",
                        "SetEnv HOME=" + folder + " PATH=" + folder + ":/usr/local/bin:/usr/bin:/bin");
                SocksProxy proxy = SocksProxy.start(server, folder)) {
            addCredentials(device, server);
            // The examples have every policy; jobs may not choose the loose ones by default.
            ExtensionList.lookupSingleton(NetworkShellConfiguration.class).setLoosestHostKeys("accept-any");
            List<String> examples = examples();
            StringBuilder script = new StringBuilder("node {\nwriteFile file: 'new.conf', text: 'speed 9600\\n'\n");
            script.append("writeFile file: 'id-cert.pub', text: '''")
                    .append(certificate(server, authority))
                    .append("'''\n");
            for (String example : examples) {
                script.append(translated(example, device, server, proxy).replaceFirst("^def r = ", ""))
                        .append('\n');
            }
            script.append("echo \"back: ${readFile('back.conf')} copies: ${readFile('copies/conf/app.conf')}\"\n}\n");
            WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, script.toString()));
            assertThat(examples).hasSizeGreaterThan(40);
            r.assertLogContains("back: speed 9600", run);
            r.assertLogContains("copies: speed 9600", run);
            assertThat(NetworkShellStepTest.artifact(run, "ssh-logs/127.0.0.1.log"))
                    .isNotEmpty();
            assertThat(NetworkShellStepTest.artifact(run, "recordings/127.0.0.1.cast"))
                    .isNotEmpty();
        }
    }

    /** What the page names, as it is here. */
    private String translated(String example, SimulatedDevice device, OpenSsh server, SocksProxy proxy) {
        boolean shell = example.startsWith("networkShell");
        String login = shell ? "net-backup" : "ops-key";
        int port = shell ? device.port() : server.port();
        String hostKeys = example.contains("hostKeys") ? "" : ", hostKeys: 'accept-new'";
        String at = "host: '127.0.0.1', port: " + port + hostKeys;
        return example.replace("…, port: 22", "…")
                .replace("…", at + ", credentialsId: '" + login + "'")
                .replace("host: '10.0.0.9'", at)
                .replace("sshagent(['ops'])", "sshagent(['ops-key'])")
                .replace("username: 'ops'", "username: '" + OpenSsh.user() + "'")
                .replace("ops@bastion.example.net", OpenSsh.user() + "@127.0.0.1:" + server.port())
                .replace("10.0.0.7:1080", "127.0.0.1:" + proxy.port())
                .replace("/srv/nsh", folder.resolve("srv").toString());
    }

    private static void addCredentials(SimulatedDevice device, OpenSsh server) throws Exception {
        Devices.addLogin("net-backup", device.user(), device.password());
        for (String id : List.of("ops-key", "bastion")) {
            CredentialsTest.add(new BasicSSHUserPrivateKey(
                    CredentialsScope.GLOBAL,
                    id,
                    OpenSsh.user(),
                    new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(server.key())),
                    "",
                    null));
        }
        CredentialsTest.add(
                new StringCredentialsImpl(CredentialsScope.GLOBAL, "otp", null, Secret.fromString("123456")));
        CredentialsTest.add(new StringCredentialsImpl(
                CredentialsScope.GLOBAL, "root-password", null, Secret.fromString(SUDO_PASSWORD)));
    }

    /** Asks as the real one does, which not every machine has. */
    private void writeSudo() throws IOException {
        Path sudo = Files.writeString(folder.resolve("sudo"), """
                #!/bin/sh
                stty -echo
                printf '[sudo] password for %%s: ' "$(id -un)"
                read -r password
                stty echo
                echo
                [ "$password" = '%s' ] || { echo 'Sorry, try again.'; exit 1; }
                exec "$@"
                """.formatted(SUDO_PASSWORD));
        Files.setPosixFilePermissions(sudo, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String certificate(OpenSsh server, Path authority) throws Exception {
        run("ssh-keygen", "-q", "-s", authority.toString(), "-I", "test", "-n", OpenSsh.user(), server.key() + ".pub");
        return Files.readString(Path.of(server.key() + "-cert.pub")).strip();
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    /** OpenSSH's client as a SOCKS proxy. */
    private record SocksProxy(Process process, int port) implements AutoCloseable {
        static SocksProxy start(OpenSsh server, Path folder) throws Exception {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Process process = new ProcessBuilder(
                            "ssh",
                            "-v",
                            "-N",
                            "-D",
                            "127.0.0.1:" + port,
                            "-p",
                            String.valueOf(server.port()),
                            "-i",
                            server.key().toString(),
                            "-F",
                            "none",
                            "-o",
                            "StrictHostKeyChecking=no",
                            "-o",
                            "UserKnownHostsFile=" + folder.resolve("proxy-known"),
                            OpenSsh.user() + "@127.0.0.1")
                    .redirectErrorStream(true)
                    .start();
            SocksProxy proxy = new SocksProxy(process, port);
            assertThat(OpenSsh.listens(process, OpenSsh.CLIENT_LISTENS)).isTrue();
            return proxy;
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
