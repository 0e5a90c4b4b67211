package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.HostKeyType;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client that everybody has agrees with what MINA's client sees. */
class OpenSshTest {
    private final OpenSsh ssh = OpenSsh.installed();
    private DeviceSimulator simulator;

    @BeforeEach
    void start() {
        simulator = DeviceSimulator.start();
    }

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    @Test
    void drivesAShell() throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped("cisco_ios"));
        OpenSsh.Result result = ssh.run(device, "terminal length 0\nshow ip interface brief\nexit\n", "-tt");
        assertThat(result.out())
                .contains("R1>show ip interface brief\r\nInterface                  IP-Address")
                .endsWith("R1>exit\r\n");
        assertThat(result.status()).isZero();
        assertThat(device.sent().commands()).containsExactly("terminal length 0", "show ip interface brief", "exit");
        assertThat(device.sent().events(Sent.Pty.class)).hasSize(1);
        assertThat(device.sent().awaitNoConnections(MinaClient.LIMIT)).isTrue();
    }

    @Test
    void endsTheSessionAtEndOfInput() throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped("linux"));
        OpenSsh.Result result = ssh.run(device, "hostname\n");
        assertThat(result.out()).endsWith("hostname\r\nsrv1\r\nops@srv1:~$ ");
        assertThat(result.status()).isZero();
    }

    @Test
    void runsExecRequestsWithTheirStatus() throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped("linux"));
        assertThat(ssh.run(device, "", "--", "echo hello world").out()).isEqualTo("hello world\n");
        assertThat(ssh.run(device, "", "--", "exit 3").status()).isEqualTo(3);
        assertThat(ssh.run(device, "", "--", "nonsense").status()).isEqualTo(127);
    }

    @Test
    void isRefusedExecByHuawei() throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));
        OpenSsh.Result result = ssh.run(device, "", "--", "display version");
        assertThat(result.err()).contains("exec request failed on channel 0");
        assertThat(result.status()).isNotZero();
        assertThat(device.sent().execs()).containsExactly("display version");
    }

    @Test
    void findsNoCommonAlgorithmWithAnOldDevice() throws Exception {
        Scene old = Scene.builder("old").ssh(SshSettings.DEFAULT.legacy()).build();
        SimulatedDevice device = simulator.add(old);
        assertThat(ssh.run(device, "").err()).contains("no matching key exchange method found");
        OpenSsh.Result result = ssh.run(
                device,
                "",
                "-oKexAlgorithms=diffie-hellman-group1-sha1",
                "-oHostKeyAlgorithms=ssh-rsa",
                "-oCiphers=3des-cbc",
                "-oMACs=hmac-sha1");
        assertThat(result.out()).isEqualTo("device> ");
    }

    @Test
    void knowsTheHostKeyThatTheDeviceTells() throws Exception {
        SimulatedDevice device = simulator.add(Scene.builder("keyed")
                .ssh(SshSettings.DEFAULT.withHostKeys(HostKeyType.RSA))
                .build());
        OpenSsh.Result result = ssh.run(device, "", "-v");
        assertThat(result.err()).contains("Server host key: ssh-rsa " + device.fingerprint());
    }
}
