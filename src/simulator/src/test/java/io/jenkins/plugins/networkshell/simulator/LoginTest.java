package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.HostKeyType;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import io.jenkins.plugins.networkshell.simulator.ssh.HostKeys;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways to log in, and to be refused. */
class LoginTest {
    private DeviceSimulator simulator;
    private SshClient client;

    @BeforeEach
    void start() {
        simulator = DeviceSimulator.start();
        client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((s, address, key) -> true);
        client.start();
    }

    @AfterEach
    void stop() throws Exception {
        client.close(true).await(MinaClient.LIMIT);
        simulator.close();
    }

    private ClientSession connect(SimulatedDevice device, String user) throws Exception {
        return client.connect(user, device.host(), device.port())
                .verify(MinaClient.LIMIT)
                .getSession();
    }

    @Test
    void asksSeveralKeyboardInteractivePromptsAfterABanner() throws Exception {
        SimulatedDevice device = simulator.add(Scene.builder("ki")
                .ssh(SshSettings.DEFAULT.withAuth("keyboard-interactive"))
                .user("u", "p")
                .banner("Authorised only\n")
                .challenge("Enter PASSCODE:", false, "${password}")
                .challenge("Site? ", true, "B7")
                .build());
        List<String> seen = new CopyOnWriteArrayList<>();
        client.setUserInteraction(new UserInteraction() {
            @Override
            public boolean isInteractionAllowed(ClientSession session) {
                return true;
            }

            @Override
            public void welcome(ClientSession session, String banner, String lang) {
                seen.add(banner);
            }

            @Override
            public String[] interactive(
                    ClientSession session,
                    String name,
                    String instruction,
                    String lang,
                    String[] prompt,
                    boolean[] echo) {
                seen.addAll(List.of(prompt));
                return new String[] {"p", "B7"};
            }

            @Override
            public String getUpdatedPassword(ClientSession session, String prompt, String lang) {
                return null;
            }
        });
        connect(device, "u").auth().verify(MinaClient.LIMIT);
        assertThat(seen).containsExactly("Authorised only\n", "Enter PASSCODE:", "Site? ");
        assertThat(device.sent().logins())
                .containsExactly(new Sent.Auth(0, "keyboard-interactive", "u", "p\nB7", true));
    }

    @Test
    void wantsAKeyAndThenAPassword() throws Exception {
        KeyPair key = new HostKeys(List.of(HostKeyType.ECDSA)).pair(HostKeyType.ECDSA);
        SimulatedDevice device = simulator.add(Scene.builder("two")
                .ssh(SshSettings.DEFAULT.withAuth("publickey,password"))
                .user("u", "p")
                .authorizedKey(PublicKeyEntry.toString(key.getPublic()))
                .build());
        ClientSession passwordOnly = connect(device, "u");
        passwordOnly.addPasswordIdentity("p");
        assertThatThrownBy(() -> passwordOnly.auth().verify(MinaClient.LIMIT)).isNotNull();
        ClientSession both = connect(device, "u");
        both.addPublicKeyIdentity(key);
        both.addPasswordIdentity("p");
        both.auth().verify(MinaClient.LIMIT);
        assertThat(both.isAuthenticated()).isTrue();
    }

    @Test
    void needsNothingWhereTheMethodIsNone() throws Exception {
        SimulatedDevice device = simulator.add(
                Scene.builder("open").ssh(SshSettings.DEFAULT.withAuth("none")).build());
        ClientSession session = connect(device, "anybody");
        session.auth().verify(MinaClient.LIMIT);
        assertThat(session.isAuthenticated()).isTrue();
    }

    @Test
    void disconnectsAfterTooManyTries() throws Exception {
        SimulatedDevice device = simulator.add(Scene.builder("strict")
                .ssh(SshSettings.DEFAULT.withAuth("password").withMaxAuthTries(2))
                .build());
        ClientSession session = connect(device, "admin");
        for (int i = 0; i < 5; i++) {
            session.addPasswordIdentity("wrong" + i);
        }
        assertThatThrownBy(() -> session.auth().verify(MinaClient.LIMIT))
                .hasMessageContaining("Too many authentication");
        assertThat(device.sent().logins()).extracting(Sent.Auth::secret).containsExactly("wrong0", "wrong1");
    }

    @Test
    void huaweiAsksAtTheFirstLogin() throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrpv8"));
        try (MinaClient c = new MinaClient(device)) {
            assertThat(c.until("[Y/N]:")).contains("The initial password poses security risks.");
            c.type("N\n");
            assertThat(c.until("<HUAWEI>")).startsWith("N\r\n\r\nInfo: The max number of VTY users");
        }
        assertThat(device.sent().events(Sent.Line.class)).containsExactly(new Sent.Line(0, "N", Sent.Line.Kind.ANSWER));
    }

    @Test
    void countsShellsAgainstTheLimit() throws Exception {
        SimulatedDevice device = simulator.add(
                Scene.builder("full").maxShells(1).maxShellsText("all used\n").build());
        try (MinaClient first = new MinaClient(device);
                MinaClient second = new MinaClient(device)) {
            first.until("device> ");
            assertThat(second.untilClosed()).isEqualTo("all used\r\n");
        }
    }

    @Test
    void saysWhatAnEd25519HostKeyNeeds() {
        Scene scene = Scene.builder("ed")
                .ssh(SshSettings.DEFAULT.withHostKeys(HostKeyType.ED25519))
                .build();
        assertThatThrownBy(() -> simulator.add(scene))
                .hasMessageContaining("needs net.i2p.crypto:eddsa or BouncyCastle on the class path");
    }
}
