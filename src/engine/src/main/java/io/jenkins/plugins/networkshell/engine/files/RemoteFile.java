package io.jenkins.plugins.networkshell.engine.files;

import java.io.Serializable;
import java.time.Instant;

/**
 * A file on the device. Immutable, serializable.
 *
 * @param path as the device was asked for it
 * @param size in bytes; -1 if the device did not tell
 * @param mode permissions including set-user-ID and the like, without the type (at most {@code 07777}); null where the
 *     device did not tell
 * @param modified in whole seconds; null if the device did not tell
 * @param uid the owner's number, or null
 * @param gid the group's number, or null
 */
public record RemoteFile(String path, FileType type, long size, Integer mode, Instant modified, Long uid, Long gid)
        implements Serializable {
    /** What kind of file. */
    public enum FileType {
        FILE,
        FOLDER,
        LINK,
        /** A device, pipe or socket, or the device did not tell. */
        OTHER
    }

    /** The last part of the path. */
    public String name() {
        return RemotePath.name(path);
    }

    public boolean isFolder() {
        return type == FileType.FOLDER;
    }

    /** Whether the device said that it is a device, pipe or socket; without permissions it has not told what it is. */
    public boolean isSpecial() {
        return type == FileType.OTHER && mode != null;
    }

    /** As {@code ls -l} shows type and permissions, for instance {@code drwxr-xr-x}; question marks where unknown. */
    public String modeText() {
        char kind = switch (type) {
            case FILE -> '-';
            case FOLDER -> 'd';
            case LINK -> 'l';
            case OTHER -> '?';
        };
        if (mode == null) {
            return kind + "?????????";
        }
        StringBuilder text = new StringBuilder().append(kind);
        for (int shift = 6; shift >= 0; shift -= 3) {
            int bits = mode >> shift;
            boolean special = (mode >> 9 & 1 << shift / 3) != 0;
            text.append((bits & 4) != 0 ? 'r' : '-').append((bits & 2) != 0 ? 'w' : '-');
            text.append(executable((bits & 1) != 0, special, shift == 0 ? 't' : 's'));
        }
        return text.toString();
    }

    private static char executable(boolean set, boolean special, char letter) {
        if (special) {
            return set ? letter : Character.toUpperCase(letter);
        }
        return set ? 'x' : '-';
    }

    RemoteFile at(String otherPath) {
        return new RemoteFile(otherPath, type, size, mode, modified, uid, gid);
    }
}
