package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.AlgorithmMismatch;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.HandshakeTap;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.ServerHello;
import io.jenkins.plugins.networkshell.engine.ssh.kex.GroupExchange;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.io.IOException;
import java.util.List;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;

/** Converts SSHJ's exceptions into our errors. */
public final class ConnectionErrors {
    /** SSHJ's wording. */
    private static final List<String> HANGING_UP =
            List.of("Broken transport; encountered EOF", "Server closed connection during identification exchange");

    private ConnectionErrors() {}

    static NetworkShellException duringHandshake(
            Target target, Algorithms ours, HandshakeTap tap, NetworkShellException refusal, Throwable e) {
        ServerHello hello = tap.hello();
        if (refusal != null) {
            return refusal;
        }
        if (e instanceof NetworkShellException known) {
            return known;
        }
        if (JumpHostLostException.isBehind(e)) {
            return lost(target, "during the key exchange", e); // whatever the target has not said yet
        }
        if (hello.identification().isEmpty() && hello.preamble().isEmpty() && e instanceof IOException) {
            return hungUp(target, " before it said anything" + resetOrSo(e), e);
        }
        if (hello.identification().isEmpty() && tap.hasEnded() && !isWeb(hello.preamble())) {
            return hungUp(target, " before SSH began; it said " + Quoted.of(hello.preamble()), e);
        }
        if (hello.identification().isEmpty() && !hello.preamble().isEmpty()) {
            return otherProtocol(target, hello, e);
        }
        if (!hello.identification().isEmpty()
                && !hello.identification().startsWith("SSH-2.")
                && !hello.identification().startsWith("SSH-1.99")) {
            return versionOne(target, hello, e);
        }
        if (hello.hasProposal()) {
            NetworkShellException mismatch = AlgorithmMismatch.find(target, ours, hello, e);
            if (mismatch != null) {
                return mismatch;
            }
        }
        if (e instanceof GroupExchange.ShortGroupException) {
            return AlgorithmMismatch.shortGroup(target, ours, hello, e);
        }
        return lost(target, "during the key exchange", e);
    }

    private static NetworkShellException otherProtocol(Target target, ServerHello hello, Throwable e) {
        return new NetworkShellException(
                ErrorKind.NOT_SSH,
                target.host(),
                "What answers at " + target.address() + " does not speak SSH: its first line is "
                        + Quoted.of(hello.preamble()) + ".",
                "Check the port.",
                e);
    }

    private static NetworkShellException versionOne(Target target, ServerHello hello, Throwable e) {
        return new NetworkShellException(
                ErrorKind.NOT_SSH,
                target.host(),
                target.address() + " speaks only SSH version 1: " + Quoted.of(hello.identification()) + ".",
                "Version 1 is broken and not supported; switch version 2 on, on the device.",
                e);
    }

    /** For overloaded servers, and those that accept only some addresses. */
    private static NetworkShellException hungUp(Target target, String how, Throwable e) {
        return new NetworkShellException(
                ErrorKind.UNREACHABLE,
                target.host(),
                target.address() + " closed the connection" + how + ".",
                "Perhaps it has too many connections at once, or takes none from this address; or it is not the port of"
                        + " its SSH server.",
                e);
    }

    /** The reason in parentheses, if it was more than a plain end. */
    private static String resetOrSo(Throwable e) {
        String message = deepest(e).getMessage();
        return message == null || HANGING_UP.contains(message) ? "" : " (" + message + ")";
    }

    /** A web server hangs up on an SSH client, which looks like a bad request. */
    private static boolean isWeb(String preamble) {
        return preamble.startsWith("HTTP/") || preamble.startsWith("<");
    }

    /** @param when for instance {@code during login} */
    public static ConnectionLostException lost(Target target, String when, Throwable e) {
        return new ConnectionLostException(
                target.host(), "The connection to " + target.address() + " ended " + when + reason(e) + ".", e);
    }

    /** The device's message when it hung up, or the error; begins with a colon or is empty. */
    static String reason(Throwable e) {
        Throwable deepest = deepest(e);
        String message = deepest.getMessage();
        if (message == null || message.isEmpty()) {
            return "";
        }
        if (deepest instanceof SSHException ssh && ssh.getDisconnectReason() != DisconnectReason.UNKNOWN) {
            return "; the reason given is " + Quoted.of(message);
        }
        return HANGING_UP.contains(message) ? ": the device hung up" : ": " + message;
    }

    private static Throwable deepest(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
