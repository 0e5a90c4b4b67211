package io.jenkins.plugins.networkshell.engine;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * Time limits. Every wait of the engine has one of them.
 *
 * @param connect from name resolution to the end of the TCP connection (and of proxies and jump hosts), default 10 s
 * @param login from the first SSH byte to the open shell, default 30 s
 * @param silence of the device while a byte is awaited; restarts with every byte, default 30 s
 * @param command a whole command, default 10 min
 * @param session the whole session from the end of the login to the last command, default 1 h
 * @param quiet the silence after which a new prompt is accepted, default 250 ms
 * @param close closing everything, default 2 s
 */
public record Limits(
        Duration connect,
        Duration login,
        Duration silence,
        Duration command,
        Duration session,
        Duration quiet,
        Duration close)
        implements Serializable {
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofMillis(250),
            Duration.ofSeconds(2));

    public Limits {
        requirePositive("connect", connect);
        requirePositive("login", login);
        requirePositive("silence", silence);
        requirePositive("command", command);
        requirePositive("session", session);
        requirePositive("quiet", quiet);
        requirePositive("close", close);
    }

    private static void requirePositive(String name, Duration limit) {
        Objects.requireNonNull(limit, name);
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("The limit '" + name + "' must be longer than zero, not " + limit + ".");
        }
    }

    public Limits withConnect(Duration limit) {
        return new Limits(limit, login, silence, command, session, quiet, close);
    }

    public Limits withLogin(Duration limit) {
        return new Limits(connect, limit, silence, command, session, quiet, close);
    }

    public Limits withSilence(Duration limit) {
        return new Limits(connect, login, limit, command, session, quiet, close);
    }

    public Limits withCommand(Duration limit) {
        return new Limits(connect, login, silence, limit, session, quiet, close);
    }

    public Limits withSession(Duration limit) {
        return new Limits(connect, login, silence, command, limit, quiet, close);
    }

    public Limits withClose(Duration limit) {
        return new Limits(connect, login, silence, command, session, quiet, limit);
    }
}
