package io.jenkins.plugins.networkshell.knownhosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.networkshell.engine.target.HostKeyStore.Marker;
import io.jenkins.plugins.networkshell.engine.target.openssh.KnownHostsLine;
import io.jenkins.plugins.networkshell.hostkeys.TestKeys;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostsLinesTest {
    @Test
    void readsWhatOpenSshReads() throws Exception {
        List<KnownHostsLine> lines = KnownHostsLines.parse("# a comment\r\n\r\n"
                + TestKeys.line("sw1,10.0.0.1", 1) + " admin@example.net, 2026\r\n"
                + "@revoked\t" + TestKeys.line("*", 2) + "\n");
        assertEquals(2, lines.size());
        assertEquals("sw1,10.0.0.1", lines.get(0).hosts());
        assertEquals("admin@example.net, 2026", lines.get(0).comment());
        assertEquals(Marker.REVOKED, lines.get(1).marker());
        assertEquals(TestKeys.key(2), lines.get(1).key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sw1",
                "sw1 ssh-ed25519",
                "sw1 ssh-ed25519 AAAA",
                "sw1 ssh-ed25519 not*base64",
                "sw1 SSH_KEY AAAAC3NzaC1lZDI1NTE5",
                "sw1 ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIGtleQ==",
                "@trusted sw1 ssh-ed25519 AAAA",
                "@revoked"
            })
    void namesTheLineThatIsWrong(String line) {
        InvalidKnownHostsException e = assertThrows(
                InvalidKnownHostsException.class, () -> KnownHostsLines.parse(TestKeys.line("sw0", 1) + "\n" + line));
        assertTrue(e.getMessage().startsWith("Line 2: "), e.getMessage());
    }
}
