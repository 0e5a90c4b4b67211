package io.jenkins.plugins.networkshell.hostkeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.networkshell.engine.target.HostKeyStore.Marker;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void keepsEverything() throws Exception {
        Instant seen = Instant.parse("2026-11-22T10:00:00Z");
        List<KnownKey> keys = List.of(
                new KnownKey(
                        Marker.NONE,
                        "sw1",
                        TestKeys.key(1),
                        KeyState.APPROVED,
                        null,
                        "",
                        new Approval("eve b=c", seen)),
                new KnownKey(Marker.NONE, "[sw1]:2222", TestKeys.key(2), KeyState.LEARNED, seen, "a b/c=d\n#12"),
                new KnownKey(Marker.REVOKED, "*", TestKeys.key(3), KeyState.APPROVED, seen, "user:eve"),
                new KnownKey(Marker.NONE, "sw2", TestKeys.key(4), KeyState.REFUSED, seen, "job#3"));
        KeyFile file = new KeyFile(folder.resolve("deeper"));
        assertEquals(List.of(), file.read());
        file.write(keys);
        assertEquals(keys, file.read());
    }

    @Test
    void otherReadersOfTheFileDoNotTrustWhatWasRefused() throws Exception {
        Path path = folder.resolve("known_hosts");
        new KeyFile(folder)
                .write(List.of(TestKeys.known("sw1", 1, KeyState.LEARNED), TestKeys.known("sw2", 2, KeyState.REFUSED)));
        MemoryHostKeys read = new MemoryHostKeys(Files.readString(path), "");
        assertFalse(read.lookup("sw1", 22).isEmpty());
        assertTrue(read.lookup("sw2", 22).isEmpty());
    }

    @Test
    void linesWrittenByHandCount() throws Exception {
        Path path = folder.resolve("known_hosts");
        Files.writeString(path, TestKeys.line("sw1", 1) + " me@desk\nnonsense\n" + TestKeys.line("sw2", 2) + " seen=x");
        assertEquals(
                List.of("sw1", "sw2"),
                new KeyFile(folder).read().stream().map(KnownKey::hosts).toList());
    }
}
