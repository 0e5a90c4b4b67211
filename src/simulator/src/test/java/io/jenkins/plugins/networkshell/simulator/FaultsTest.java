package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.HostKeyType;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.buffer.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault, as a client sees it. A constant without a check fails. */
class FaultsTest {
    private static final String OUTPUT = "0123456789".repeat(100);
    private static DeviceSimulator simulator;

    /** What a client does to see the fault. */
    private interface Check {
        void run(SimulatedDevice device) throws Exception;
    }

    private final Map<Fault, Check> checks = new EnumMap<>(Fault.class);

    FaultsTest() {
        checks.put(Fault.CLOSE_AFTER_CONNECT, d -> assertThat(raw(d, "")).isEmpty());
        checks.put(Fault.SILENT, FaultsTest::silent);
        checks.put(Fault.NOT_SSH, d -> assertThat(raw(d, "SSH-2.0-x\r\n")).startsWith("HTTP/1.1 400 "));
        checks.put(Fault.CLOSE_AFTER_IDENTIFICATION, d -> assertThat(raw(d, "")).isEqualTo("SSH-2.0-Device\r\n"));
        checks.put(Fault.LINES_BEFORE_IDENTIFICATION, FaultsTest::linesBefore);
        checks.put(Fault.CHANGED_HOST_KEY, FaultsTest::changedHostKey);
        checks.put(Fault.REJECT_LOGIN, d -> {
            assertThatThrownBy(() -> new MinaClient(d)).hasMessageContaining("No more authentication methods");
            assertThat(d.sent().logins()).isNotEmpty().noneMatch(a -> a.accepted());
        });
        checks.put(Fault.REFUSE_AUTH_METHODS, d -> {
            assertThatThrownBy(() -> new MinaClient(d)).hasMessageContaining("No more authentication methods");
            assertThat(d.sent().logins()).isEmpty();
        });
        checks.put(
                Fault.SESSION_LIMIT,
                d -> withClient(
                        d,
                        c -> assertThat(c.untilClosed())
                                .isEqualTo("\r\nAll user interfaces are used, please try later!\r\n")));
        checks.put(Fault.CLOSE_AFTER_LOGIN, d -> {
            assertThatThrownBy(() -> new MinaClient(d)).isNotNull();
            assertThat(d.sent().logins()).anyMatch(a -> a.accepted());
        });
        checks.put(
                Fault.REFUSE_PTY,
                d -> assertThat(OpenSsh.installed().run(d, "", "-tt").err())
                        .contains("PTY allocation request failed on channel 0"));
        checks.put(
                Fault.REFUSE_SHELL,
                d -> assertThat(OpenSsh.installed().run(d, "", "-tt").err())
                        .contains("shell request failed on channel 0"));
        checks.put(Fault.NEVER_PROMPTS, FaultsTest::neverPrompts);
        checks.put(Fault.DELAY_BEFORE_PROMPT, FaultsTest::delayBeforePrompt);
        checks.put(
                Fault.NO_ECHO,
                d -> withClient(d, c -> {
                    c.until("device> ");
                    c.type("show\n");
                    assertThat(c.until("device> ")).isEqualTo(OUTPUT + "\r\ndevice> ");
                }));
        checks.put(Fault.DROP_CONNECTION, d -> {
            d.withoutFaults()
                    .withFault(
                            FaultPlan.of(Fault.DROP_CONNECTION).afterBytes(10).onCommand("show"));
            try (MinaClient c = new MinaClient(d)) {
                c.until("device> ");
                c.type("show\n");
                assertThat(c.untilClosed()).isEqualTo("show\r\n0123456789");
                assertThat(c.channel.getExitStatus()).isNull();
            }
        });
        checks.put(Fault.HANG_UP, d -> {
            d.withoutFaults()
                    .withFault(FaultPlan.of(Fault.HANG_UP).afterBytes(15).onCommand("sh.*"));
            try (MinaClient c = new MinaClient(d)) {
                c.until("device> ");
                c.type("show\n");
                assertThat(c.untilClosed()).isEqualTo("show\r\n012345678901234");
                assertThat(c.channel.getExitStatus()).isEqualTo(1);
                assertThat(c.session.isOpen()).isTrue();
            }
        });
        checks.put(Fault.DISCONNECT, FaultsTest::disconnect);
        checks.put(Fault.EOF_WITHOUT_CLOSE, FaultsTest::eofWithoutClose);
        checks.put(Fault.STALL, FaultsTest::stall);
        checks.put(Fault.TRICKLE, FaultsTest::trickle);
        checks.put(
                Fault.SPLIT_SEQUENCES,
                d -> withClient(d, c -> {
                    c.until("device> ");
                    c.type("show\n");
                    assertThat(c.until("device> ")).isEqualTo("show\r\n" + OUTPUT + "\r\ndevice> ");
                }));
        checks.put(Fault.SYSLOG_BURST, FaultsTest::syslogBurst);
        checks.put(Fault.REKEY, FaultsTest::rekey);
        checks.put(Fault.TINY_WINDOW, FaultsTest::tinyWindow);
        checks.put(Fault.DROP_ON_KEEPALIVE, FaultsTest::dropOnKeepAlive);
    }

    @BeforeAll
    static void start() {
        simulator = DeviceSimulator.start();
    }

    @AfterAll
    static void stop() throws Exception {
        simulator.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void isSeenByAClient(Fault fault) throws Exception {
        Scene scene = Scene.builder("faulty").command("show", OUTPUT).build();
        Check check = checks.get(fault);
        assertThat(check).as("a check for " + fault).isNotNull();
        check.run(simulator.add(scene).withFault(fault));
    }

    private interface WithClient {
        void run(MinaClient client) throws Exception;
    }

    private static void withClient(SimulatedDevice device, WithClient action) throws Exception {
        try (MinaClient client = new MinaClient(device)) {
            action.run(client);
        }
    }

    private static String raw(SimulatedDevice device, String send) throws Exception {
        try (Socket socket = new Socket(device.host(), device.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(send.getBytes(StandardCharsets.US_ASCII));
            return MinaClient.readAll(socket.getInputStream());
        }
    }

    private static void silent(SimulatedDevice device) throws Exception {
        try (Socket socket = new Socket(device.host(), device.port())) {
            socket.setSoTimeout(200);
            InputStream in = socket.getInputStream();
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(device.sent().awaitNoConnections(MinaClient.LIMIT)).isTrue();
    }

    private static void linesBefore(SimulatedDevice device) throws Exception {
        try (Socket socket = new Socket(device.host(), device.port())) {
            socket.setSoTimeout(5_000);
            String wanted = "Escape character is '^]'.\r\nUser Access Verification\r\nSSH-2.0-Device\r\n";
            byte[] start = socket.getInputStream().readNBytes(wanted.length());
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo(wanted);
        }
        withClient(device, c -> c.until("device> "));
    }

    private static void changedHostKey(SimulatedDevice device) throws Exception {
        device.withoutFaults().withFault(FaultPlan.of(Fault.CHANGED_HOST_KEY).skipConnections(1));
        List<PublicKey> seen = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            new MinaClient(device, client -> client.setServerKeyVerifier((s, address, key) -> seen.add(key)), false)
                    .close();
        }
        assertThat(KeyUtils.compareKeys(seen.get(0), device.hostKey(HostKeyType.ECDSA)))
                .isTrue();
        assertThat(KeyUtils.compareKeys(seen.get(1), device.hostKey(HostKeyType.ECDSA)))
                .isFalse();
    }

    private static void neverPrompts(SimulatedDevice device) throws Exception {
        withClient(device, c -> {
            c.type("show\n");
            assertThat(device.sent().await(e -> e instanceof Sent.Bytes, MinaClient.LIMIT))
                    .isTrue();
            assertThat(c.channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ofMillis(200)))
                    .contains(ClientChannelEvent.TIMEOUT);
            assertThat(c.soFar()).isEmpty();
        });
    }

    private static void delayBeforePrompt(SimulatedDevice device) throws Exception {
        device.withoutFaults().withFault(FaultPlan.of(Fault.DELAY_BEFORE_PROMPT).every(Duration.ofMillis(300)));
        long start = System.nanoTime();
        withClient(device, c -> c.until("device> "));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    }

    private static void disconnect(SimulatedDevice device) throws Exception {
        device.withoutFaults()
                .withFault(FaultPlan.of(Fault.DISCONNECT).onCommand("show").text("idle too long"));
        List<String> reasons = new CopyOnWriteArrayList<>();
        try (MinaClient c = new MinaClient(
                device,
                client -> client.addSessionListener(new SessionListener() {
                    @Override
                    public void sessionDisconnect(
                            Session session, int reason, String msg, String language, boolean initiator) {
                        reasons.add(msg);
                    }
                }),
                true)) {
            c.until("device> ");
            c.type("show\n");
            assertThat(c.untilClosed()).isEqualTo("show\r\n");
            assertThat(reasons).containsExactly("idle too long");
        }
    }

    private static void eofWithoutClose(SimulatedDevice device) throws Exception {
        device.withoutFaults()
                .withFault(
                        FaultPlan.of(Fault.EOF_WITHOUT_CLOSE).onCommand("show").afterBytes(5));
        withClient(device, c -> {
            c.until("device> ");
            c.type("show\n");
            assertThat(c.channel.waitFor(EnumSet.of(ClientChannelEvent.EOF), MinaClient.LIMIT))
                    .contains(ClientChannelEvent.EOF)
                    .doesNotContain(ClientChannelEvent.CLOSED);
            assertThat(c.soFar()).isEqualTo("show\r\n01234");
        });
    }

    private static void stall(SimulatedDevice device) throws Exception {
        device.withoutFaults()
                .withFault(FaultPlan.of(Fault.STALL).onCommand("show").afterBytes(5));
        withClient(device, c -> {
            c.until("device> ");
            c.type("show\n");
            assertThat(c.until("01234")).isEqualTo("show\r\n01234");
            assertThat(c.channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ofMillis(200)))
                    .contains(ClientChannelEvent.TIMEOUT);
            assertThat(c.soFar()).isEmpty();
        });
    }

    private static void trickle(SimulatedDevice device) throws Exception {
        device.withoutFaults()
                .withFault(FaultPlan.of(Fault.TRICKLE).onCommand("show").every(Duration.ofMillis(1)));
        withClient(device, c -> {
            c.until("device> ");
            c.type("show\n");
            long start = System.nanoTime();
            assertThat(c.until("device> ")).endsWith("789\r\ndevice> ");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1000));
        });
    }

    private static void syslogBurst(SimulatedDevice device) throws Exception {
        device.withoutFaults()
                .withFault(FaultPlan.of(Fault.SYSLOG_BURST)
                        .onCommand("show")
                        .afterBytes(3)
                        .text("\r\n%LINK-3-UPDOWN\r\n"));
        withClient(device, c -> {
            c.until("device> ");
            c.type("show\n");
            assertThat(c.until("device> "))
                    .startsWith("show\r\n012\r\n%LINK-3-UPDOWN\r\n34567")
                    .endsWith("789\r\ndevice> ");
        });
    }

    private static void rekey(SimulatedDevice device) throws Exception {
        device.withoutFaults()
                .withFault(FaultPlan.of(Fault.REKEY).onCommand("show").afterBytes(500));
        AtomicInteger exchanges = new AtomicInteger();
        SessionListener listener = new SessionListener() {
            @Override
            public void sessionEvent(Session session, Event event) {
                if (event == Event.KeyEstablished) {
                    exchanges.incrementAndGet();
                }
            }
        };
        try (MinaClient c = new MinaClient(device, client -> client.addSessionListener(listener), true)) {
            c.until("device> ");
            c.type("show\n");
            assertThat(c.until("device> ")).isEqualTo("show\r\n" + OUTPUT + "\r\ndevice> ");
            assertThat(exchanges).hasValue(2);
        }
    }

    private static void tinyWindow(SimulatedDevice device) throws Exception {
        withClient(device, c -> {
            c.until("device> ");
            assertThat(c.channel.getRemoteWindow().getMaxSize()).isEqualTo(64);
            c.type("x".repeat(500) + "\n");
            assertThat(c.until("device> ")).startsWith("x".repeat(500) + "\r\n");
        });
        List<Integer> sizes = device.sent().events(Sent.Bytes.class).stream()
                .map(b -> b.bytes().length)
                .toList();
        assertThat(sizes).allMatch(n -> n <= 64);
    }

    private static void dropOnKeepAlive(SimulatedDevice device) throws Exception {
        withClient(device, c -> {
            c.until("device> ");
            Buffer request = c.session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
            request.putString("keepalive@openssh.com");
            request.putBoolean(true);
            assertThatThrownBy(() -> c.session.request("keepalive@openssh.com", request, MinaClient.LIMIT))
                    .isNotNull();
            c.untilClosed();
            assertThat(device.sent().awaitNoConnections(MinaClient.LIMIT)).isTrue();
        });
    }
}
