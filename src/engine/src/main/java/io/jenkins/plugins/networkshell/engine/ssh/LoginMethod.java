package io.jenkins.plugins.networkshell.engine.ssh;

import java.io.IOException;
import java.util.List;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;

/** One attempt to log in: a method of RFC 4252 with one credential. */
interface LoginMethod {
    /** As the protocol calls it, for instance {@code password}. */
    String name();

    /** For the error, for instance {@code publickey (id_rsa)}. */
    default String label() {
        return name();
    }

    Outcome attempt(LoginDialogue dialogue, String username) throws IOException;

    /**
     * @param success login is through
     * @param partial this method was accepted and the device wants another one besides
     * @param accepts the methods that can go on, empty after success
     * @param remark what the attempt met, for people
     * @param passwordSent whether the target's password was among what the device judged
     */
    record Outcome(boolean success, boolean partial, List<String> accepts, String remark, boolean passwordSent) {
        static final Outcome SUCCESS = new Outcome(true, false, List.of(), "accepted", false);

        /** Of an attempt that never got as far as the device. */
        static Outcome skipped(String why) {
            return new Outcome(false, false, null, why, false);
        }

        /** Whether the device has said which methods it accepts. */
        boolean isAnswer() {
            return accepts != null;
        }

        Outcome because(String why) {
            return new Outcome(success, partial, accepts, why, passwordSent);
        }

        Outcome withPassword(boolean sent) {
            return new Outcome(success, partial, accepts, remark, sent);
        }
    }

    /** Success and failure look the same in all methods. */
    static Outcome conclude(LoginDialogue.Reply reply) throws IOException {
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
        return new Outcome(false, partial, accepts, partial ? "accepted, and not enough" : "rejected", false);
    }
}
