package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.util.List;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;

/** Turns what SSHJ throws into our errors. */
final class Failures {
    private Failures() {}

    static NetworkShellException duringHandshake(
            Target target, Algorithms ours, ServerHello hello, NetworkShellException refusal, Throwable e) {
        if (refusal != null) {
            return refusal;
        }
        if (e instanceof NetworkShellException known) {
            return known;
        }
        if (hello.identification().isEmpty() && !hello.preamble().isEmpty()) {
            return new NotSshException(
                    target.host(),
                    "What answers at " + target.address() + " does not speak SSH: its first line is "
                            + Quoted.of(hello.preamble()) + ".",
                    "Check the port.",
                    e);
        }
        if (!hello.identification().isEmpty()
                && !hello.identification().startsWith("SSH-2.")
                && !hello.identification().startsWith("SSH-1.99")) {
            return new NotSshException(
                    target.host(),
                    target.address() + " speaks only SSH version 1: " + Quoted.of(hello.identification()) + ".",
                    "Version 1 is broken and not supported; switch version 2 on, on the device.",
                    e);
        }
        if (hello.hasProposal()) {
            NetworkShellException mismatch = Mismatch.find(target, ours, hello, e);
            if (mismatch != null) {
                return mismatch;
            }
        }
        if (e instanceof SafeGroupExchange.ShortGroupException) {
            return Mismatch.shortGroup(target, ours, hello, e);
        }
        return lost(target, "during the key exchange", e);
    }

    /** @param when for instance {@code during login} */
    static ConnectionLostException lost(Target target, String when, Throwable e) {
        return new ConnectionLostException(
                target.host(), "The connection to " + target.address() + " ended " + when + reason(e) + ".", e);
    }

    /** What the device said when it hung up, or what went wrong; begins with a colon or is empty. */
    static String reason(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        if (message == null || message.isEmpty()) {
            return "";
        }
        if (deepest instanceof SSHException ssh && ssh.getDisconnectReason() != DisconnectReason.UNKNOWN) {
            return "; the reason given is " + Quoted.of(message);
        }
        if (List.of("Broken transport; encountered EOF", "Server closed connection during identification exchange")
                .contains(message)) {
            return ": the device hung up";
        }
        return ": " + message;
    }
}
