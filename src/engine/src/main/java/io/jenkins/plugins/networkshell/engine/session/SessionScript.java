package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.shell.Command;
import java.io.IOException;
import java.util.List;

/** The work of a session, between login and logout. */
@FunctionalInterface
public interface SessionScript {
    /** Errors of the session end the script, which must not catch them. */
    void play(DeviceSession session) throws IOException;

    /**
     * Types all commands, also after one that the device refuses; without waiting for each prompt where {@link
     * DeviceSession#runAll} may do that.
     */
    static SessionScript of(List<Command> commands) {
        List<Command> all = List.copyOf(commands);
        return session -> {
            for (Command command : all) {
                session.requireTypeable(command);
            }
            session.runAll(all);
        };
    }

    /** The same, each behind the prompt of the one before. */
    static SessionScript oneByOne(List<Command> commands) {
        List<Command> all = List.copyOf(commands);
        return session -> {
            for (Command command : all) {
                session.requireTypeable(command);
            }
            for (Command command : all) {
                session.run(command);
            }
        };
    }
}
