package io.jenkins.plugins.networkshell.run;

import io.jenkins.plugins.networkshell.connection.DeviceReply;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;

/** Passes the host keys of a session to the controller's store. */
public final class SessionHostKeys {
    private SessionHostKeys() {}

    /**
     * @param target of the session, because an agent may not report keys of other hosts
     * @param origin the build, or the job of the form
     */
    public static void report(Target target, DeviceReply<?> reply, String origin) {
        HostKeyDatabase database = HostKeyDatabase.get();
        database.learn(target, reply.learnedHostKeys(), origin);
        reply.refusedHostKeys().forEach(key -> database.refused(target, key.knownHostsLine(), origin));
    }
}
