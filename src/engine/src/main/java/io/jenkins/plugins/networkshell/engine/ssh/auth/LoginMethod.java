package io.jenkins.plugins.networkshell.engine.ssh.auth;

import java.io.IOException;
import java.util.List;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;

/** A login attempt: a method of RFC 4252 with one credential. */
interface LoginMethod {
    /** The name in the protocol, for example {@code password}. */
    String name();

    /** The name in errors, for example {@code publickey (id_rsa)}. */
    default String label() {
        return name();
    }

    /** What it sends to the device, for errors: {@code passwords}. */
    String proof();

    Outcome attempt(LoginDialogue dialogue, String username) throws IOException;

    /**
     * @param success whether the login is complete
     * @param partial whether this method was accepted and the device requires another one
     * @param accepts the methods that can continue, empty after success
     * @param remark about the attempt, for people
     * @param passwordSent whether the device checked the target's password
     * @param unchecked whether the device refused the method and so never checked the credential
     */
    record Outcome(
            boolean success,
            boolean partial,
            List<String> accepts,
            String remark,
            boolean passwordSent,
            boolean unchecked) {
        static final Outcome SUCCESS = new Outcome(true, false, List.of(), "accepted", false, false);

        /** The result of an attempt that did not reach the device. */
        static Outcome skipped(String why) {
            return new Outcome(false, false, null, why, false, false);
        }

        /** Whether the device has listed the methods it accepts. */
        boolean isAnswer() {
            return accepts != null;
        }

        Outcome because(String why) {
            return new Outcome(success, partial, accepts, why, passwordSent, unchecked);
        }

        /** @param yes whether something was accepted, even if the last item was not */
        Outcome halfway(boolean yes) {
            return new Outcome(success, yes, accepts, remark, passwordSent, unchecked);
        }

        Outcome withPassword(boolean sent) {
            return new Outcome(success, partial, accepts, remark, sent, unchecked);
        }
    }

    /** The connection ended in the middle of an attempt that already had a remark. */
    final class CutShortException extends IOException {
        private static final long serialVersionUID = 1L;

        private final SSHException end;

        /** @param remark about the attempt so far */
        CutShortException(String remark, SSHException end) {
            super(remark, end);
            this.end = end;
        }

        SSHException end() {
            return end;
        }
    }

    /**
     * Parses success and failure, which are the same in all methods.
     *
     * @param looked whether the device has processed data of this method; if not, and if it does not list the method
     *     among those it accepts, it has refused the method itself
     */
    default Outcome conclude(LoginDialogue.Reply reply, boolean looked) throws IOException {
        SSHPacket packet = reply.packet();
        if (reply.message() == Message.USERAUTH_SUCCESS) {
            return Outcome.SUCCESS;
        }
        if (reply.message() != Message.USERAUTH_FAILURE) {
            throw new IOException("unexpected message during login: " + reply.message());
        }
        String methods = packet.readString();
        boolean partial = packet.readBoolean();
        List<String> accepts = methods.isEmpty() ? List.of() : List.of(methods.split(","));
        boolean unchecked = !looked && !partial && !accepts.isEmpty() && !accepts.contains(name());
        String remark = partial
                ? "accepted, and not enough"
                : unchecked ? "not checked, the device does not take " + proof() : "rejected";
        return new Outcome(false, partial, accepts, remark, false, unchecked);
    }
}
