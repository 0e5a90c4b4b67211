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
     * Types all commands, even after one that the device refuses, and without waiting for each prompt if {@link
     * DeviceSession#runAll} may do that.
     */
    static SessionScript of(List<Command> commands) {
        return checked(commands, DeviceSession::runAll);
    }

    /** The same, each at the prompt of the previous one. */
    static SessionScript oneByOne(List<Command> commands) {
        return checked(commands, (session, all) -> {
            for (Command command : all) {
                session.run(command);
            }
        });
    }

    private static SessionScript checked(List<Command> commands, Typing typing) {
        List<Command> all = List.copyOf(commands);
        return session -> {
            for (Command command : all) {
                session.requireTypeable(command);
            }
            typing.type(session, all);
        };
    }

    /** How several commands are typed. */
    @FunctionalInterface
    interface Typing {
        void type(DeviceSession session, List<Command> commands) throws IOException;
    }
}
