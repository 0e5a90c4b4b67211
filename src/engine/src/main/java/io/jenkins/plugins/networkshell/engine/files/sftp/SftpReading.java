package io.jenkins.plugins.networkshell.engine.files.sftp;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.files.ByteSink;
import io.jenkins.plugins.networkshell.engine.files.FilePart;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads a file with many requests in flight. The bytes go to the sink in order, directly from the channel's buffer.
 * Only replies that arrive out of order are held back, which the number of requests in flight bounds.
 */
final class SftpReading {
    /** Enough for 100 MB/s at 40 ms of round trip time. */
    private static final int MOST_UNDER_WAY = 4 * 1024 * 1024;

    private final SftpClient client;
    private final OpenFile file;
    private final long knownSize;
    private final long end;
    private final ByteSink sink;
    private final Deque<Request> requests = new ArrayDeque<>();
    private int chunk;
    private long next;
    private long delivered;
    private long underWay;
    private boolean sawEnd;

    /** One request; {@code data} holds its reply if it arrived early. */
    private static final class Request {
        private final int id;
        private final long offset;
        private final int length;
        private byte[] data;
        private boolean atEnd;

        Request(int id, long offset, int length) {
            this.id = id;
            this.offset = offset;
            this.length = length;
        }
    }

    SftpReading(SftpClient client, OpenFile file, FilePart part, ByteSink sink) {
        this.client = client;
        this.file = file;
        this.sink = sink;
        chunk = client.readChunk();
        next = part.offset();
        delivered = part.offset();
        knownSize = part.size();
        end = part.end();
    }

    /** @return the offset reached */
    long run() throws IOException {
        try {
            request();
            while (!requests.isEmpty()) {
                receive();
                deliver();
                request();
            }
            return delivered;
        } finally {
            requests.forEach(request -> {
                if (request.data == null && !request.atEnd) {
                    client.abandon(request.id);
                }
            });
        }
    }

    /**
     * Requests as much as allowed up to the known size, and one request more, which reaches the end of the file without
     * an extra round trip. Beyond that, if the file has grown or has no size (as in Linux's {@code /proc}), requests
     * one piece at a time.
     */
    private void request() throws NetworkShellException {
        while (!sawEnd && next < end && underWay < MOST_UNDER_WAY) {
            boolean behind = next > knownSize || knownSize <= 0;
            if (behind && !requests.isEmpty()) {
                return;
            }
            long until = next < knownSize ? Math.min(knownSize, end) : end;
            send(next, (int) Math.min(chunk, until - next), false);
            next += Math.min(chunk, until - next);
        }
    }

    private void send(long offset, int length, boolean first) throws NetworkShellException {
        int id = client.nextId();
        client.send(new SftpBuffer(SftpConstants.READ, id)
                .string(file.handle())
                .uint64(offset)
                .uint32(length));
        Request request = new Request(id, offset, length);
        underWay += length;
        if (first) {
            requests.addFirst(request);
        } else {
            requests.addLast(request);
        }
    }

    private void receive() throws IOException {
        int[] type = {0};
        int id = client.beginReply(type);
        Request head = requests.peekFirst();
        if (type[0] == SftpConstants.DATA) {
            int length = client.wire().left() < 4 ? -1 : client.wire().readInt();
            Request request = find(id);
            if (length <= 0
                    || length > request.length
                    || length != client.wire().left()) {
                throw client.protocolError("data of a wrong length");
            }
            if (request == head) {
                requests.removeFirst();
                underWay -= request.length;
                advance(request, length);
                client.wire().pass(sink);
                fillGap(request, length);
            } else {
                request.data = client.wire().rest();
            }
            return;
        }
        SftpReply reply = new SftpReply(type[0], id, client.wire().rest());
        int code = type[0] == SftpConstants.STATUS ? client.status(reply) : -1;
        if (code != SftpConstants.EOF) {
            find(id).atEnd = true; // answered
            throw code < 0 ? client.protocolError("packet type " + type[0]) : client.failure(code, reply, file.doing());
        }
        find(id).atEnd = true;
        sawEnd = true;
    }

    /** A file that shrinks and grows while it is read must not be copied with a gap. */
    private void advance(Request request, int length) throws FileTransferException {
        if (request.offset != delivered) {
            throw new FileTransferException(
                    client.host(),
                    FileTransferException.Reason.DIFFERENT,
                    file.doing() + " on " + client.host() + ": it was changed while it was read.");
        }
        delivered += length;
    }

    private Request find(int id) throws FileTransferException {
        for (Request request : requests) {
            if (request.id == id) {
                return request;
            }
        }
        throw client.protocolError("a reply to request " + id + ", which was not made");
    }

    /** A short answer is not the end: the rest is requested again, and from now on in pieces of this size. */
    private void fillGap(Request request, int got) throws NetworkShellException {
        if (got < request.length) {
            if (!behindKnownSize(request.offset + got)) {
                chunk = Math.max(1024, Math.min(chunk, got));
            }
            send(request.offset + got, request.length - got, true);
        }
    }

    private boolean behindKnownSize(long offset) {
        return offset >= knownSize;
    }

    /** Passes on replies that arrived early. */
    private void deliver() throws IOException {
        while (!requests.isEmpty()) {
            Request head = requests.peekFirst();
            if (head.atEnd) {
                requests.removeFirst();
                underWay -= head.length;
            } else if (head.data != null) {
                requests.removeFirst();
                underWay -= head.length;
                advance(head, head.data.length);
                sink.accept(head.data, 0, head.data.length);
                fillGap(head, head.data.length);
            } else {
                return;
            }
        }
    }
}
