package io.jenkins.plugins.networkshell.engine.ssh.auth;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.AbstractService;
import net.schmizz.sshj.Service;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.Transport;

/**
 * The authentication protocol (RFC 4252) as a plain exchange of messages. SSHJ's service hides what the error messages
 * need: each method's outcome, all banners, and what the server accepts after each step. It also waits for the service
 * before it sends the first request.
 */
public final class LoginDialogue extends AbstractService {
    private static final String DEVICE = "the device";
    private static final String PERSON = "the user";
    /** The limit for all banners together; the longest real ones have some thousand characters. */
    private static final int LONGEST_BANNER = 256 * 1024;
    /** Each request has one answer, possibly followed by an error. */
    private static final int MOST_REPLIES = 8;

    private final LinkedBlockingQueue<Object> replies = new LinkedBlockingQueue<>(MOST_REPLIES);
    private final StringBuffer banner = new StringBuffer();
    private final Service next;
    private final ConnectionListener listener;
    private final HookedOutput output;
    private final Target target;
    private boolean requested;
    private volatile long serviceRequestedNanos;
    private volatile Duration roundTrip = Duration.ZERO;
    private volatile boolean answered;
    private volatile String awaited = DEVICE;

    /** @param next the service that follows after success */
    public LoginDialogue(
            Transport transport, Service next, ConnectionListener listener, HookedOutput output, Target target) {
        super("ssh-userauth", transport);
        this.next = next;
        this.listener = listener;
        this.output = output;
        this.target = target;
    }

    /** All banners of the server before login. */
    public String banner() {
        return banner.toString();
    }

    /**
     * From our first request of the login to the answer: the device has nothing to look up or to calculate for it. Zero
     * before there was one.
     */
    public Duration roundTrip() {
        return roundTrip;
    }

    /** Whether the device has checked a credential: after that, nothing may be retried automatically. */
    boolean answered() {
        return answered;
    }

    Transport transport() {
        return trans;
    }

    /** Who must answer next, for the error if no answer arrives. */
    String awaited() {
        return awaited;
    }

    /** @param who if not the device, until the next request to the device */
    void await(String who) {
        awaited = who;
    }

    /** The user's answer. */
    Optional<Secret> ask(String prompt) {
        await(PERSON);
        return listener.answer(target, prompt);
    }

    boolean canAsk() {
        return listener.canAnswer();
    }

    /** See {@link ConnectionListener#passphrase}. */
    Optional<Secret> askPassphrase(String key, int attempt) {
        await(PERSON);
        return listener.passphrase(key, attempt);
    }

    /** The common part of all methods' requests. */
    SSHPacket newRequest(String username, String method) {
        return new SSHPacket(Message.USERAUTH_REQUEST)
                .putString(username)
                .putString(next.getName())
                .putString(method);
    }

    /** Sends a message and waits for its answer; collects banners in between. */
    Reply exchange(SSHPacket request) throws IOException {
        await(DEVICE);
        if (requested) {
            trans.write(request);
        } else {
            requested = true;
            // RFC 4253 section 10 lets a client continue before the service is granted; Dropbear's client does so, too.
            output.afterNextFlush(() -> {
                serviceRequestedNanos = System.nanoTime();
                trans.write(request);
            });
            trans.reqService(this);
            roundTrip = Duration.ofNanos(System.nanoTime() - serviceRequestedNanos);
        }
        return awaitReply();
    }

    private Reply awaitReply() throws IOException {
        Object reply;
        try {
            reply = replies.poll(target.limits().login().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (reply instanceof SSHException error) {
            throw error;
        }
        if (reply == null) {
            throw new IOException("no answer to the login request");
        }
        return (Reply) reply;
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws SSHException {
        switch (message) {
            case USERAUTH_BANNER -> {
                String text = longText(packet);
                if (banner.length() + text.length() > LONGEST_BANNER) {
                    throw new SSHException(
                            "the device sent more than " + LONGEST_BANNER / 1024 + " KiB of text before the login");
                }
                banner.append(text);
                listener.banner(text);
            }
            case USERAUTH_SUCCESS -> {
                // Immediately, on this thread: the next packet may be compressed and belongs to the next service.
                trans.setAuthenticated();
                trans.setService(next);
                add(message, packet);
            }
            default -> {
                answered |= message == Message.USERAUTH_FAILURE;
                add(message, packet);
            }
        }
    }

    private void add(Message message, SSHPacket packet) throws SSHException {
        if (!replies.offer(new Reply(message, new SSHPacket(packet)))) {
            throw new SSHException("the device sent answers to login requests that were never made");
        }
    }

    /** SSHJ fails to read strings of more than 32 kB, which ends the connection. */
    private static String longText(SSHPacket packet) throws SSHException {
        byte[] text = new byte[(int) Math.min(packet.readUInt32(), packet.available())];
        packet.readRawBytes(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void notifyError(SSHException error) {
        if (!replies.offer(error)) {
            replies.clear(); // messages before the end need not be read
            replies.offer(error);
        }
    }

    record Reply(Message message, SSHPacket packet) {}
}
