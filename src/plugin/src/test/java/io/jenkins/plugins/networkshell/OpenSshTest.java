package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Against the SSH server that all others are measured by, where it is installed. */
@WithJenkins
class OpenSshTest {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    @TempDir
    private Path folder;

    @Test
    void aShellOfOpenSsh(JenkinsRule r) throws Exception {
        assumeTrue(Files.isExecutable(SSHD), "OpenSSH's server is not installed");
        Path key = generateKey("id");
        Path hostKey = generateKey("host");
        Files.copy(folder.resolve("id.pub"), folder.resolve("authorized_keys"));
        int port = freePort();
        Path config = Files.writeString(
                folder.resolve("sshd_config"), """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                """.formatted(port, hostKey, folder.resolve("authorized_keys")));
        Process server = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assumeTrue(listens(server, port), "OpenSSH's server does not start here");
            talk(r, key, port);
        } finally {
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static void talk(JenkinsRule r, Path key, int port) throws Exception {
        var provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new BasicSSHUserPrivateKey(
                        CredentialsScope.GLOBAL,
                        Devices.LOGIN,
                        System.getProperty("user.name"),
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(key)),
                        "",
                        null));
        String agent = r.createOnlineSlave().getNodeName();
        String call =
                "networkShell(host: '127.0.0.1', port: %d, credentialsId: '%s', hostKeys: 'accept-new', commands: ['printf \"%%s-%%s\\\\n\" one two'])"
                        .formatted(port, Devices.LOGIN);
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(
                r,
                "def a = " + call + "\ndef b\nnode('" + agent + "') { b = " + call
                        + " }\necho \"said ${a.output.trim()} ${b.output.trim()}\""));
        r.assertLogContains("said one-two one-two", run);
    }

    private Path generateKey(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        Process process = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    /** Free a moment ago, that is: sshd takes no socket that is open already. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(Process server, int port) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (server.isAlive() && System.nanoTime() < end) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        return false;
    }
}
