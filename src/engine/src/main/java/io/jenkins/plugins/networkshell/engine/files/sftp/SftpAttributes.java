package io.jenkins.plugins.networkshell.engine.files.sftp;

import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile.FileType;
import java.time.Instant;

/** File attributes in SFTP packets. */
public final class SftpAttributes {
    private static final int TYPE_MASK = 0170000;
    private static final int TYPE_FILE = 0100000;
    private static final int TYPE_FOLDER = 0040000;
    private static final int TYPE_LINK = 0120000;
    private static final int MODE_MASK = 07777;

    private SftpAttributes() {}

    static RemoteFile read(SftpReply reply, String path) {
        int flags = reply.uint32AsInt();
        long size = (flags & SftpConstants.ATTR_SIZE) == 0 ? -1 : reply.uint64();
        Long uid = null;
        Long gid = null;
        if ((flags & SftpConstants.ATTR_OWNER) != 0) {
            uid = reply.uint32();
            gid = reply.uint32();
        }
        Integer mode = null;
        FileType type = FileType.OTHER;
        if ((flags & SftpConstants.ATTR_PERMISSIONS) != 0) {
            int all = reply.uint32AsInt();
            mode = all & MODE_MASK;
            type = type(all);
        }
        Instant modified = null;
        if ((flags & SftpConstants.ATTR_TIMES) != 0) {
            reply.uint32(); // last access
            modified = Instant.ofEpochSecond(reply.uint32());
        }
        if ((flags & SftpConstants.ATTR_EXTENDED) != 0) {
            for (long left = reply.uint32(); left > 0; left--) {
                reply.bytes();
                reply.bytes();
            }
        }
        return new RemoteFile(path, type, Math.max(-1, size), mode, modified, uid, gid);
    }

    public static FileType type(int mode) {
        return switch (mode & TYPE_MASK) {
            case TYPE_FILE -> FileType.FILE;
            case TYPE_FOLDER -> FileType.FOLDER;
            case TYPE_LINK -> FileType.LINK;
            default -> FileType.OTHER;
        };
    }

    static SftpBuffer none(SftpBuffer packet) {
        return packet.uint32(0);
    }

    static SftpBuffer mode(SftpBuffer packet, Integer mode) {
        return mode == null
                ? none(packet)
                : packet.uint32(SftpConstants.ATTR_PERMISSIONS).uint32(mode);
    }

    static SftpBuffer modified(SftpBuffer packet, Instant modified) {
        return packet.uint32(SftpConstants.ATTR_TIMES)
                .uint32(modified.getEpochSecond())
                .uint32(modified.getEpochSecond());
    }
}
