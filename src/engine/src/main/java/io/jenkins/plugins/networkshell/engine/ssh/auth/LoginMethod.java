package io.jenkins.plugins.networkshell.engine.ssh.auth;

import java.io.IOException;
import java.util.List;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;

/** One attempt to log in: a method of RFC 4252 with one credential. */
interface LoginMethod {
    /** As the protocol calls it, for instance {@code password}. */
    String name();

    /** For the error, for instance {@code publickey (id_rsa)}. */
    default String label() {
        return name();
    }

    /** What it shows to the device, for the error: {@code passwords}. */
    String proof();

    Outcome attempt(LoginDialogue dialogue, String username) throws IOException;

    /**
     * @param success login is through
     * @param partial this method was accepted and the device wants another one besides
     * @param accepts the methods that can go on, empty after success
     * @param remark what the attempt met, for people
     * @param passwordSent whether the target's password was among what the device judged
     * @param unchecked whether the device refused the method and so never looked at what was shown to it
     */
    record Outcome(
            boolean success,
            boolean partial,
            List<String> accepts,
            String remark,
            boolean passwordSent,
            boolean unchecked) {
        static final Outcome SUCCESS = new Outcome(true, false, List.of(), "accepted", false, false);

        /** Of an attempt that never got as far as the device. */
        static Outcome skipped(String why) {
            return new Outcome(false, false, null, why, false, false);
        }

        /** Whether the device has said which methods it accepts. */
        boolean isAnswer() {
            return accepts != null;
        }

        Outcome because(String why) {
            return new Outcome(success, partial, accepts, why, passwordSent, unchecked);
        }

        /** @param yes whether something was accepted on the way, even if the last thing was not */
        Outcome halfway(boolean yes) {
            return new Outcome(success, yes, accepts, remark, passwordSent, unchecked);
        }

        Outcome withPassword(boolean sent) {
            return new Outcome(success, partial, accepts, remark, sent, unchecked);
        }
    }

    /** The connection ended in the middle of an attempt that had already met something. */
    final class CutShortException extends IOException {
        private static final long serialVersionUID = 1L;

        private final SSHException end;

        /** @param remark what was met until then */
        CutShortException(String remark, SSHException end) {
            super(remark, end);
            this.end = end;
        }

        SSHException end() {
            return end;
        }
    }

    /**
     * Success and failure look the same in all methods.
     *
     * @param looked whether the device has shown that it looks at what this method sends; where it has not, and does not
     *     name the method among those it accepts, it has refused the method itself
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
