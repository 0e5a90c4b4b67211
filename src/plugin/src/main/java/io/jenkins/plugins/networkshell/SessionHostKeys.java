package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import io.jenkins.plugins.networkshell.session.SessionReply;
import java.util.List;

/** Hands what a session saw of host keys to the controller's store. */
final class SessionHostKeys {
    private SessionHostKeys() {}

    /** @param origin the build, or the job whose form it was */
    static void report(SessionReply reply, String origin) {
        HostKeyDatabase database = HostKeyDatabase.get();
        database.learn(List.of(reply.learnedHostKeys()), origin);
        reply.refusedHostKeys().forEach(key -> database.refused(key.host(), key.port(), key.line(), origin));
    }
}
