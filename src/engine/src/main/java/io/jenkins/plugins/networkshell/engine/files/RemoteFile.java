package io.jenkins.plugins.networkshell.engine.files;

import java.io.Serializable;
import java.time.Instant;

/**
 * A file on the device. Immutable, serializable.
 *
 * @param path as requested from the device
 * @param size in bytes; -1 if the device did not report it
 * @param mode permissions including set-user-ID and the like, without the type (at most {@code 07777}); null if the
 *     device did not report them
 * @param modified in whole seconds; null if the device did not report it
 * @param uid the owner's number, or null
 * @param gid the group's number, or null
 */
public record RemoteFile(String path, FileType type, long size, Integer mode, Instant modified, Long uid, Long gid)
        implements Serializable {
    /** The type of a file. */
    public enum FileType {
        FILE,
        FOLDER,
        LINK,
        /** A device, pipe or socket, or an unknown type. */
        OTHER
    }

    /** The last part of the path. */
    public String name() {
        return RemotePath.name(path);
    }

    public boolean isFolder() {
        return type == FileType.FOLDER;
    }

    /** Whether the device reported that it is a device, pipe or socket; without permissions, the type is unknown. */
    public boolean isSpecial() {
        return type == FileType.OTHER && mode != null;
    }

    /** Type and permissions as {@code ls -l} shows them, for example {@code drwxr-xr-x}; question marks if unknown. */
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
