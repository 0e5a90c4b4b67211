package io.jenkins.plugins.networkshell.hostkeys;

import static io.jenkins.plugins.networkshell.hostkeys.KeyState.APPROVED;
import static io.jenkins.plugins.networkshell.hostkeys.KeyState.LEARNED;
import static io.jenkins.plugins.networkshell.hostkeys.KeyState.REFUSED;
import static io.jenkins.plugins.networkshell.hostkeys.TestKeys.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    private static final Approval BY_EVE = new Approval("eve", Instant.parse("2026-11-22T10:00:00Z"));

    private final KeyTable empty = new KeyTable(List.of());

    @Test
    void firstKeyOfHostIsLearnedAndTrusted() {
        KeyTable table = empty.learn(known("sw1", 1, LEARNED), "");
        assertEquals(List.of(known("sw1", 1, LEARNED)), table.keys());
        assertEquals(TestKeys.line("sw1", 1) + "\n", table.knownHosts());
    }

    @Test
    void keyThatIsKnownIsNotLearnedAgain() {
        KeyTable table = empty.add(List.of(known("sw1", 1, APPROVED)));
        assertSame(table, table.learn(known("sw1", 1, LEARNED), ""));
    }

    @Test
    void managedKnownHostsCount() {
        assertSame(empty, empty.learn(known("sw1", 1, LEARNED), TestKeys.line("sw*", 1)));
        assertEquals(
                List.of(known("sw1", 2, REFUSED)),
                empty.learn(known("sw1", 2, LEARNED), TestKeys.line("sw*", 1)).keys());
    }

    @Test
    void ofTwoFirstConnectionsTheFirstWins() {
        KeyTable table = empty.learn(known("sw1", 1, LEARNED), "").learn(known("sw1", 2, LEARNED), "");
        assertEquals(List.of(known("sw1", 1, LEARNED), known("sw1", 2, REFUSED)), table.keys());
        assertEquals(TestKeys.line("sw1", 1) + "\n", table.knownHosts());
    }

    @Test
    void revokedKeyIsNeverLearned() {
        KeyTable table = empty.learn(known("sw1", 1, LEARNED), "@revoked " + TestKeys.line("*", 1));
        assertEquals(List.of(known("sw1", 1, REFUSED)), table.keys());
    }

    @Test
    void otherPortIsAnotherDevice() {
        KeyTable table = empty.learn(known("sw1", 1, LEARNED), "").learn(known("[sw1]:2222", 2, LEARNED), "");
        assertEquals(List.of(known("sw1", 1, LEARNED), known("[sw1]:2222", 2, LEARNED)), table.keys());
    }

    @Test
    void approvingRefusedKeyReplacesTheOthersOfItsHost() {
        KeyTable table =
                new KeyTable(List.of(known("sw1", 1, APPROVED), known("sw2", 1, APPROVED), known("sw1", 2, REFUSED)));
        KeyTable after = table.approve(known("sw1", 2, REFUSED).id(), BY_EVE);
        assertEquals(List.of(known("sw2", 1, APPROVED), known("sw1", 2, REFUSED).approved(BY_EVE)), after.keys());
    }

    @Test
    void ofTwoApprovedKeysTheLastOneStays() {
        KeyTable table =
                new KeyTable(List.of(known("sw1", 1, REFUSED), known("sw2", 1, REFUSED), known("sw1", 2, REFUSED)));
        List<String> ids = table.keys().stream().map(KnownKey::id).toList();
        assertEquals(
                List.of(
                        known("sw2", 1, REFUSED).approved(BY_EVE),
                        known("sw1", 2, REFUSED).approved(BY_EVE)),
                table.approve(ids, BY_EVE).keys());
    }

    @Test
    void approvingLearnedKeyKeepsTheOthers() {
        KeyTable table = new KeyTable(List.of(known("sw1", 1, LEARNED), known("sw1", 2, APPROVED)));
        KeyTable after = table.approve(known("sw1", 1, LEARNED).id(), BY_EVE);
        assertEquals(List.of(known("sw1", 1, LEARNED).approved(BY_EVE), known("sw1", 2, APPROVED)), after.keys());
    }

    @Test
    void unknownIdChangesNothing() {
        KeyTable table = new KeyTable(List.of(known("sw1", 1, LEARNED)));
        assertSame(table, table.approve("nothing", BY_EVE));
        assertEquals(table, table.remove("nothing"));
    }

    @Test
    void oldestRefusalsGiveWay() {
        KeyTable table = empty.add(List.of(known("sw1", 0, APPROVED)));
        for (int i = 1; i <= KeyTable.REFUSED_KEPT + 5; i++) {
            table = table.refuse(known("sw1", i, REFUSED));
        }
        assertEquals(KeyTable.REFUSED_KEPT + 1, table.keys().size());
        assertTrue(table.keys().contains(known("sw1", 0, APPROVED)));
        assertTrue(table.keys().contains(known("sw1", KeyTable.REFUSED_KEPT + 5, REFUSED)));
    }
}
