package io.jenkins.plugins.networkshell.engine.ssh.auth;

import io.jenkins.plugins.networkshell.engine.ssh.key.KeyNames;
import io.jenkins.plugins.networkshell.engine.ssh.key.Signer;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;

/**
 * The {@code publickey} method, RFC 4252 section 7, for all keys that a source has, one after the other.
 *
 * @param ask whether to ask the server about each key before signing with it (a query in RFC 4252), which suits an
 *     agent with many keys; a named key signs immediately, which saves a round trip
 */
record PublicKeyLogin(String label, Keys keys, boolean ask) implements LoginMethod {

    /** The source of the keys; read only when the method is tried. */
    interface Keys {
        /** @throws IOException if there are none; the message says why */
        List<Signer> load() throws IOException;
    }

    @Override
    public String name() {
        return "publickey";
    }

    @Override
    public String proof() {
        return "keys";
    }

    @Override
    public Outcome attempt(LoginDialogue dialogue, String username) throws IOException {
        List<Signer> signers;
        awaitAgent(dialogue);
        try {
            signers = keys.load();
        } catch (IOException e) {
            return Outcome.skipped(e.getMessage());
        }
        if (signers.isEmpty()) {
            return Outcome.skipped("has no keys");
        }
        List<String> remarks = new ArrayList<>();
        Outcome answer = null;
        boolean partial = false;
        for (Signer signer : signers) {
            for (String algorithm : signer.algorithms()) {
                Outcome last;
                try {
                    last = attempt(dialogue, username, signer, algorithm);
                } catch (SSHException e) {
                    remarks.add(describe(signer) + " not answered");
                    throw new CutShortException(together(remarks), e);
                }
                remarks.add(describe(signer) + " " + last.remark());
                partial |= last.partial();
                answer = last.isAnswer() || answer == null ? last : answer;
                if (last.success() || last.isAnswer() && !last.accepts().contains(name())) {
                    return answer.because(last.success() ? remarks.get(remarks.size() - 1) : together(remarks))
                            .halfway(partial);
                }
                if (last.partial()) {
                    break; // it requires another key, too
                }
            }
        }
        return answer == null
                ? Outcome.skipped("no signature algorithm for the key is allowed")
                : answer.because(together(remarks)).halfway(partial);
    }

    /** The agent may ask its user, which takes time. */
    private void awaitAgent(LoginDialogue dialogue) {
        if (ask) {
            dialogue.await("the agent");
        }
    }

    private static String together(List<String> remarks) {
        return String.join(", ", new LinkedHashSet<>(remarks));
    }

    private static String describe(Signer signer) {
        HostKey shown = HostKey.of(signer.blob());
        // No tool ever shows the fingerprint of a certificate's own bytes.
        return signer.label() + " (" + shown.type() + " " + KeyNames.key(shown).fingerprint() + ")";
    }

    private Outcome attempt(LoginDialogue dialogue, String username, Signer signer, String algorithm)
            throws IOException {
        if (ask) {
            LoginDialogue.Reply reply = dialogue.exchange(request(dialogue, username, signer, algorithm, false));
            if (reply.message() != Message.USERAUTH_60) {
                return conclude(reply, false);
            }
        }
        SSHPacket request = request(dialogue, username, signer, algorithm, true);
        byte[] signed = new Buffer.PlainBuffer()
                .putString(dialogue.transport().getSessionID())
                .putBuffer(request)
                .getCompactData();
        byte[] signature;
        awaitAgent(dialogue);
        try {
            signature = signer.sign(algorithm, signed);
        } catch (IOException | RuntimeException e) {
            return Outcome.skipped("could not be used: " + e.getMessage());
        }
        return conclude(dialogue.exchange(request.putBytes(signature)), ask);
    }

    private SSHPacket request(
            LoginDialogue dialogue, String username, Signer signer, String algorithm, boolean withSignature) {
        String type = HostKey.of(signer.blob()).type();
        return dialogue.newRequest(username, name())
                .putBoolean(withSignature)
                .putString(KeyNames.methodName(algorithm, type))
                .putBytes(signer.blob());
    }
}
