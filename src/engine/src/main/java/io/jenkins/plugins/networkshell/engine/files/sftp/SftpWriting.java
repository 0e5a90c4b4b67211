package io.jenkins.plugins.networkshell.engine.files.sftp;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.files.ByteSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;

/** Writes a file with many requests in flight, from one reused buffer. */
final class SftpWriting {
    private static final int MOST_UNDER_WAY = 4 * 1024 * 1024;

    private final SftpClient client;
    private final OpenFile file;
    private final LongConsumer written;
    private final int chunk;
    private final Deque<Request> requests = new ArrayDeque<>();
    private long underWay;
    private long confirmed;

    private record Request(int id, int length) {}

    SftpWriting(SftpClient client, OpenFile file, LongConsumer written) {
        this.client = client;
        this.file = file;
        this.written = written;
        chunk = client.writeChunk();
    }

    /** @return the number of bytes that the device has confirmed */
    long run(long offset, ByteSource source) throws IOException {
        // 4 length, 1 type, 4 number, 4 + n handle, 8 offset, 4 length of the data
        int header = 25 + file.handle().length;
        byte[] packet = new byte[header + chunk];
        try {
            long at = offset;
            for (int n = source.fill(packet, header, chunk); n > 0; n = source.fill(packet, header, chunk)) {
                int id = client.nextId();
                byte[] head = new SftpBuffer(SftpConstants.WRITE, id)
                        .string(file.handle())
                        .uint64(at)
                        .uint32(n)
                        .packet(n);
                System.arraycopy(head, 0, packet, 0, header);
                client.wire().send(packet, header + n);
                requests.addLast(new Request(id, n));
                underWay += n;
                at += n;
                confirmDownTo(underWay >= MOST_UNDER_WAY ? MOST_UNDER_WAY / 2 : Long.MAX_VALUE);
            }
            confirmDownTo(0);
            return confirmed;
        } finally {
            requests.forEach(request -> client.abandon(request.id()));
        }
    }

    private void confirmDownTo(long most) throws NetworkShellException {
        while (underWay > most || most == 0 && !requests.isEmpty()) {
            int[] type = {0};
            int id = client.beginReply(type);
            SftpReply reply = new SftpReply(type[0], id, client.wire().rest());
            Request request = requests.stream()
                    .filter(sent -> sent.id() == id)
                    .findFirst()
                    .orElseThrow(() -> client.protocolError("a reply to request " + id + ", which was not made"));
            requests.remove(request);
            client.expectOk(reply, file.doing());
            underWay -= request.length();
            confirmed += request.length();
            written.accept(confirmed);
        }
    }
}
