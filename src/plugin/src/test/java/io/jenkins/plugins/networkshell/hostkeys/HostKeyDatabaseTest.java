package io.jenkins.plugins.networkshell.hostkeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.networkshell.SharedJenkins;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.knownhosts.InvalidKnownHostsException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;

@ExtendWith(SharedJenkins.class)
class HostKeyDatabaseTest {
    @Test
    void survivesRestart(JenkinsRule r) throws Exception {
        HostKeyDatabase database = HostKeyDatabase.get();
        TestKeys.learn("sw1", 1, "nightly#7");
        TestKeys.refuse("sw2", 2222, 2, "nightly#7");
        assertEquals(2, database.add(TestKeys.line("sw3,10.0.0.3", 3), "user:eve"));
        List<KnownKey> again = new HostKeyDatabase().keys();
        assertEquals(database.keys(), again);
        assertEquals(List.of("sw1", "[sw2]:2222", "sw3", "10.0.0.3"), hosts(again));
        assertEquals("nightly#7", again.get(0).origin());
    }

    @Test
    void snapshotHoldsManagedAndTrustedKeysOnly(JenkinsRule r) throws Exception {
        NetworkShellConfiguration.get().setKnownHosts(TestKeys.line("managed", 1));
        HostKeyDatabase database = HostKeyDatabase.get();
        TestKeys.learn("learned", 2, "");
        TestKeys.refuse("refused", 22, 3, "");
        assertEquals(1, database.snapshot().lookup("managed", 22).size());
        assertEquals(1, database.snapshot().lookup("learned", 22).size());
        assertEquals(0, database.snapshot().lookup("refused", 22).size());
    }

    @Test
    void agentsTeachNothingButPlainNewKeys(JenkinsRule r) {
        HostKeyDatabase database = HostKeyDatabase.get();
        Target target = TestKeys.target("sw1", Policy.ACCEPT_NEW)
                .jumps(List.of(TestKeys.target("bastion", Policy.STRICT).build()))
                .build();
        database.learn(target, TestKeys.line("sw1", 1), "job#1");
        String more = String.join(
                "\n",
                TestKeys.line("*", 2),
                TestKeys.line("!sw9,*", 2),
                "@cert-authority " + TestKeys.line("sw1", 2),
                TestKeys.line("sw5", 2),
                TestKeys.line("bastion", 2),
                TestKeys.line("sw1", 3));
        database.learn(target, more, "job#2");
        database.learn(target, "no key at all", "job#3");
        database.learn(TestKeys.target("sw7", Policy.STRICT).build(), TestKeys.line("sw7", 7), "job#4");
        assertEquals(1, database.snapshot().lookup("sw1", 22).size());
        assertEquals(0, database.snapshot().lookup("sw5", 22).size());
        assertEquals(List.of("sw1", "sw1"), hosts(database.keys()));
        assertEquals(KeyState.REFUSED, database.keys().get(1).state());
    }

    @Test
    void parallelLearnersLoseNothing(JenkinsRule r) throws Exception {
        HostKeyDatabase database = HostKeyDatabase.get();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> learners = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                int number = i;
                learners.add(() -> {
                    TestKeys.learn("sw" + number % 40, number, "job#" + number);
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(learners)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        List<KnownKey> keys = new HostKeyDatabase().keys();
        assertEquals(80, keys.size());
        assertEquals(
                40,
                keys.stream()
                        .filter(key -> key.state() == KeyState.LEARNED)
                        .map(KnownKey::hosts)
                        .distinct()
                        .count());
    }

    @Test
    void wrongTextAddsNothing(JenkinsRule r) {
        HostKeyDatabase database = HostKeyDatabase.get();
        String text = TestKeys.line("sw1", 1) + "\nsw2 ssh-ed25519";
        assertThrows(InvalidKnownHostsException.class, () -> database.add(text, ""));
        assertTrue(database.keys().isEmpty());
    }

    private static List<String> hosts(List<KnownKey> keys) {
        return keys.stream().map(KnownKey::hosts).toList();
    }
}
