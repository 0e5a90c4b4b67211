package io.jenkins.plugins.networkshell.run;

import io.jenkins.plugins.networkshell.connection.DeviceReply;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;

/** Hands what a session saw of host keys to the controller's store. */
public final class SessionHostKeys {
    private SessionHostKeys() {}

    /**
     * @param target what the session was for: an agent may teach nothing about other hosts
     * @param origin the build, or the job whose form it was
     */
    public static void report(Target target, DeviceReply<?> reply, String origin) {
        HostKeyDatabase database = HostKeyDatabase.get();
        database.learn(target, reply.learnedHostKeys(), origin);
        reply.refusedHostKeys().forEach(key -> database.refused(target, key.knownHostsLine(), origin));
    }
}
