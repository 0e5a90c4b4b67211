package io.jenkins.plugins.networkshell.engine.ssh.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import net.schmizz.concurrent.Event;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.ChannelInputStream;
import net.schmizz.sshj.connection.channel.direct.SessionChannel;
import net.schmizz.sshj.transport.TransportException;

/**
 * A session channel whose data goes straight from SSHJ's reader thread into queues of ours, since SSHJ's own streams can
 * wait for data but not for a limited time.
 */
public final class DeviceChannel extends SessionChannel {
    /** As OpenSSH's client; more buys nothing. */
    private static final int LARGEST_PACKET = 32 * 1024;

    /** What the transport writes before a packet's payload: its length, and that of the padding. */
    private static final int PACKET_HEADER = 5;
    /** That, what stands before the data, padding and MAC. */
    private static final int PACKET_OVERHEAD = 128;

    private final long window;
    private final ByteQueue output;
    private final ByteQueue errors;
    /** A command's exit status comes after the end of its output; both are reported together. */
    private final boolean endsWhenClosed;

    /**
     * Held while a packet of the channel is sent. OpenSSH ends the whole connection, and with it all other channels, when
     * it hears of a channel that both sides have closed.
     */
    private final Object sending = new Object();

    private boolean closeSent;
    /** Whether to close the channel when the other side opens it after all. */
    private volatile boolean unwanted;

    private final List<Event<ConnectionException>> awaited = new CopyOnWriteArrayList<>();
    private final SendWindow sendWindow = new SendWindow();
    private volatile int largestPacket;
    private volatile boolean finished;
    private long unreported;
    private String tunnelHost;
    private int tunnelPort;

    /** @param separateErrors whether {@link #errors()} is a queue of its own, or what comes on it joins the output */
    public DeviceChannel(Connection connection, boolean separateErrors) {
        super(connection);
        window = connection.getWindowSize();
        output = new ByteQueue((int) window);
        errors = separateErrors ? output.addPartner() : output;
        endsWhenClosed = separateErrors;
    }

    /** A channel of another type, which otherwise behaves the same: a TCP connection from the server to a host. */
    public static DeviceChannel tunnel(Connection connection, String host, int port) {
        DeviceChannel channel = new DeviceChannel(connection, false);
        channel.tunnelHost = host;
        channel.tunnelPort = port;
        return channel;
    }

    @Override
    protected SSHPacket buildOpenReq() {
        if (tunnelHost == null) {
            return super.buildOpenReq();
        }
        return new SSHPacket(Message.CHANNEL_OPEN)
                .putString("direct-tcpip")
                .putUInt32(getID())
                .putUInt32(getLocalWinSize())
                .putUInt32(getLocalMaxPacketSize())
                .putString(tunnelHost)
                .putUInt32(tunnelPort)
                .putString("127.0.0.1") // who asks: unused by servers
                .putUInt32(0);
    }

    public ByteQueue output() {
        return output;
    }

    public ByteQueue errors() {
        return errors;
    }

    public void sendEnd() throws TransportException {
        if (isOpen()) {
            write(newBuffer(Message.CHANNEL_EOF));
        }
    }

    public void sendSignal(String name) throws TransportException {
        notice("signal", new Buffer.PlainBuffer().putString(name));
    }

    /** A request that is not answered. */
    void notice(String type, Buffer.PlainBuffer specifics) throws TransportException {
        synchronized (sending) {
            if (!closeSent && isOpen()) {
                sendChannelRequest(type, false, specifics);
            }
        }
    }

    /** @return set with the answer, in error when the channel is closed before it; see {@link ChannelRequests} */
    Event<ConnectionException> request(String type, Buffer.PlainBuffer specifics) throws TransportException {
        Event<ConnectionException> event;
        synchronized (sending) {
            event = closeSent
                    ? new Event<>(type, ConnectionException.chainer, LoggerFactory.DEFAULT)
                    : sendChannelRequest(type, true, specifics);
        }
        awaited.add(event);
        if (finished) { // perhaps after the others were told
            deliverClosed(event);
        }
        return event;
    }

    @Override
    protected void init(int recipient, long remoteWindow, long remoteMaxPacket) {
        super.init(recipient, remoteWindow, remoteMaxPacket);
        largestPacket = (int) Math.max(1, Math.min(remoteMaxPacket, LARGEST_PACKET));
        sendWindow.expand(remoteWindow);
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws SSHException {
        if (message == Message.CHANNEL_WINDOW_ADJUST) {
            sendWindow.expand(packet.readUInt32());
        } else {
            super.handle(message, packet);
        }
        if (message == Message.CHANNEL_OPEN_CONFIRMATION && unwanted) {
            sendClose();
        }
    }

    /**
     * Sends data, waiting for the other side's window.
     *
     * @param giveUp asked before each wait, and again after {@link #wake()}
     * @param nanos the longest of these waits
     * @return false when abandoned, or when the other side took nothing for that long
     */
    public boolean send(byte[] bytes, int offset, int length, BooleanSupplier giveUp, long nanos)
            throws IOException, InterruptedException {
        SSHPacket packet = new SSHPacket(Math.min(length, largestPacket) + PACKET_OVERHEAD);
        int sent = 0;
        while (sent < length) {
            int count = sendSome(packet, bytes, offset + sent, length - sent, giveUp, nanos);
            if (count == 0) {
                return false;
            }
            sent += count;
        }
        return true;
    }

    /**
     * The same with as much as goes into one packet.
     *
     * @return how much was sent; 0 if nothing was
     */
    public int sendSome(byte[] bytes, int offset, int length, BooleanSupplier giveUp, long nanos)
            throws IOException, InterruptedException {
        SSHPacket packet = new SSHPacket(Math.min(length, largestPacket) + PACKET_OVERHEAD);
        return sendSome(packet, bytes, offset, length, giveUp, nanos);
    }

    private int sendSome(SSHPacket packet, byte[] bytes, int offset, int length, BooleanSupplier giveUp, long nanos)
            throws IOException, InterruptedException {
        int count = sendWindow.take(Math.min(length, largestPacket), giveUp, nanos);
        if (count > 0 && !write(startData(packet).putBytes(bytes, offset, count))) {
            throw new IOException("the channel is closed");
        }
        return count;
    }

    /** As {@code newBuffer(Message.CHANNEL_DATA)}, in a packet that was sent before. */
    private SSHPacket startData(SSHPacket packet) {
        packet.clear();
        packet.wpos(PACKET_HEADER);
        packet.rpos(PACKET_HEADER);
        return packet.putMessageID(Message.CHANNEL_DATA).putUInt32(getRecipient());
    }

    /** Has those who wait for data or for room look whether they should go on. */
    public void wake() {
        output.wake();
        errors.wake();
        sendWindow.wake();
    }

    @Override
    protected void receiveInto(ChannelInputStream stream, SSHPacket packet) throws SSHException {
        int length = packet.readUInt32AsInt();
        if (length < 0 || length > packet.available()) {
            throw new ConnectionException(DisconnectReason.PROTOCOL_ERROR, "Bad length of channel data: " + length);
        }
        lwin.consume(length);
        ByteQueue queue = stream == getInputStream() ? output : errors;
        queue.put(packet.array(), packet.rpos(), length);
    }

    /** To be called by the reader of a queue, with what it has taken: gives the other side room for more. */
    public void taken(int count) throws TransportException {
        if (owesRoom(count)) {
            makeRoom();
        }
    }

    /**
     * To be called by the reader of a queue, with what it has taken.
     *
     * @return whether it is time to give the other side room for more
     */
    public synchronized boolean owesRoom(int count) {
        unreported += count;
        return unreported >= window / 2 && isOpen();
    }

    /** Gives the other side room for what was taken. Waits where keys are being exchanged. */
    public synchronized void makeRoom() throws TransportException {
        long adjustment = unreported;
        unreported = 0;
        lwin.expand(adjustment); // first, for the data may come before write returns
        write(newBuffer(Message.CHANNEL_WINDOW_ADJUST).putUInt32(adjustment));
    }

    /**
     * Sends a packet, unless the channel is closed. While keys are exchanged anew, SSHJ first waits for the end of that; where the next exchange has
     * begun before the waiter looks, SSHJ 0.40.0 takes the wait for timed out. Nothing was sent then, so it is repeated.
     *
     * @return whether it was sent
     */
    private boolean write(SSHPacket packet) throws TransportException {
        synchronized (sending) {
            if (!closeSent) {
                writeInOrBetweenKeyExchanges(packet);
            }
            return !closeSent;
        }
    }

    private void writeInOrBetweenKeyExchanges(SSHPacket packet) throws TransportException {
        long start = System.nanoTime();
        while (true) {
            try {
                trans.write(packet);
                return;
            } catch (TransportException e) {
                boolean early = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) < trans.getTimeoutMs();
                if (!(e.getCause() instanceof TimeoutException) || !early) {
                    throw e;
                }
            }
        }
    }

    @Override
    protected void eofInputStreams() {
        super.eofInputStreams();
        if (!endsWhenClosed) {
            output.end();
            errors.end();
        }
    }

    @Override
    protected void closeAllStreams() {
        super.closeAllStreams();
        // Output last: a reader that learns of the end from it must find everything else ended.
        sendWindow.end(null);
        errors.end();
        output.end();
    }

    @Override
    protected void finishOff() {
        super.finishOff();
        if (awaited == null) { // while the super constructor runs
            return;
        }
        // SSHJ leaves those who await an answer waiting when the channel is closed instead.
        finished = true;
        awaited.forEach(DeviceChannel::deliverClosed);
    }

    private static void deliverClosed(Event<ConnectionException> event) {
        if (!event.isSet() && !event.inError()) {
            event.deliverError(new ConnectionException("the device closed the channel"));
        }
    }

    @Override
    public void notifyError(SSHException error) {
        if (output != null) { // null while the super constructor runs
            sendWindow.end(error);
            errors.fail(error);
            output.fail(error);
        }
        super.notifyError(error);
    }

    @Override
    protected void sendClose() throws TransportException {
        synchronized (sending) {
            closeSent = true;
            super.sendClose();
        }
    }

    /** Whether we are done with the channel and the other side has yet to say so, too. */
    public boolean isClosing() {
        synchronized (sending) {
            return closeSent && !finished;
        }
    }

    /** Waits until the other side is done with the channel, or something is amiss. */
    public void awaitClosed(Duration limit) {
        try {
            join(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ConnectionException e) {
            // Not in time, or never: whoever wanted to wait goes on and meets what there is to meet.
        }
    }

    /** Says that we are done with the channel, without waiting for the answer. */
    public void sendCloseQuietly() {
        unwanted = true;
        try {
            if (isOpen()) {
                sendClose();
            }
        } catch (SSHException ignored) {
            // The connection is gone, and the channel with it.
        }
    }
}
