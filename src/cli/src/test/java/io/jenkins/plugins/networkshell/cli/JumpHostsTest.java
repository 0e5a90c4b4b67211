package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Jump hosts that were given and such of ssh_config: the same options hold for both, and the same aliases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JumpHostsTest {
    private DemoServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    void start() throws Exception {
        server = DemoServer.start();
    }

    @AfterAll
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private String[] config(String... more) {
        List<String> lines =
                new ArrayList<>(List.of("Host hop", "  HostName 127.0.0.1", "  Port " + server.port(), "  User root"));
        lines.addAll(List.of(more));
        return lines.toArray(String[]::new);
    }

    private Outcome exec(String[] config, String... options) throws IOException {
        Path file = Files.write(folder.resolve("config"), List.of(config));
        List<String> args = new ArrayList<>(List.of("exec", "--host", server.user() + "@127.0.0.1:" + server.port()));
        args.addAll(List.of("--ssh-config", file.toString(), "--password-env", "PW", "--verbose"));
        args.addAll(List.of(options));
        args.add("echo $((6*7))");
        return new Cli()
                .with("PW", server.password())
                .with("HOP", server.password())
                .run(args.toArray(String[]::new));
    }

    private static void assertWorks(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo("42\n");
    }

    private String via(String user) {
        return server.user() + "@127.0.0.1:" + server.port() + " via " + user + "@127.0.0.1:" + server.port();
    }

    @Test
    void optionsHoldForAProxyJump() throws Exception {
        String[] config = config("Host 127.0.0.1", "  ProxyJump hop", "Host *", "  UserKnownHostsFile none");
        Path known = folder.resolve("known");
        String key = server.key().toString();

        Outcome outcome = exec(config, "--host-keys=accept-new", "--known-hosts=" + known, "--key=" + key);
        assertWorks(outcome);
        assertThat(outcome.err()).contains(via("root"));
        assertThat(known).content().hasLineCount(1);
        assertWorks(exec(config, "--known-hosts=" + known, "--key=" + key));
        assertThat(exec(config, "--key=" + key).code()).isEqualTo(5);
    }

    @Test
    void thePasswordOfJumpHostsHoldsForAProxyJump() throws Exception {
        String[] config = config("Host 127.0.0.1", "  ProxyJump " + server.user() + "@hop");

        Outcome outcome = exec(config, "--host-keys=accept-any", "--jump-password-env=HOP");
        assertWorks(outcome);
        assertThat(outcome.err()).contains(via(server.user()));
    }

    @Test
    void aJumpHostMayBeAnAliasOfSshConfig() throws Exception {
        String[] config = config("  IdentityFile " + server.key());

        Outcome outcome = exec(config, "--host-keys=accept-any", "--jump=hop");
        assertWorks(outcome);
        assertThat(outcome.err()).contains(via("root"));
        outcome = exec(config, "--host-keys=accept-any", "--jump=" + server.user() + "@hop", "--jump-password-env=HOP");
        assertWorks(outcome);
        assertThat(outcome.err()).contains(via(server.user()));
    }

    /** ssh_config would have us do something else; what is given wins. */
    @Test
    void aGivenWayReplacesTheConfiguredOne() throws Exception {
        String[] config = config("Host 127.0.0.1", "  ProxyCommand nc %h %p");

        Outcome outcome = exec(config, "--host-keys=accept-any");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(folder.resolve("config") + ":6: ProxyCommand is not supported");
        assertWorks(exec(config, "--host-keys=accept-any", "--jump=hop", "--key=" + server.key()));
    }

    @Test
    void aJumpHostOfSshConfigWithoutAUser() throws Exception {
        Outcome outcome = exec(new String[] {"Host 127.0.0.1", "ProxyJump gate"}, "--host-keys=accept-any");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("Error: The jump host gate:22 that ssh_config names has no user; allowed: User for it, or"
                        + " user@host in ProxyJump.");
    }

    @Test
    void aMatchThatDoesNotCountIsToldOf() throws Exception {
        Outcome outcome = exec(new String[] {"Match exec true", "  Port 1"}, "--host-keys=accept-any");
        assertWorks(outcome);
        assertThat(outcome.err())
                .contains("Warning: " + folder.resolve("config") + ":1: Match exec true can't be evaluated here");
    }
}
