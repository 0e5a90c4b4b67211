package io.jenkins.plugins.networkshell.engine.files;

import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;

/** Paths on a device, always with slashes. */
public final class RemotePath {
    /** As many links as Linux follows; more are a cycle. */
    public static final int MOST_LINKS = 40;

    /** In bytes, on all relevant file systems. */
    private static final int LONGEST_NAME = 255;
    /** A dot before the name and {@code .part} after it, and {@code .old} during a replacement in several steps. */
    private static final int PARTIAL_EXTRA = 10;
    /** The part of a longer name that is kept, with space for the number. */
    private static final int LONGEST_BEGINNING = 200;

    private RemotePath() {}

    public static String withoutTrailingSlashes(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /**
     * Removes a leading {@code ~/}, which only shells understand; in the protocols, relative paths start in the home
     * folder.
     */
    public static String atHome(String path) {
        if (!path.equals("~") && !path.startsWith("~/")) {
            return path;
        }
        String rest = path.substring(1).replaceFirst("^/+", "");
        return rest.isEmpty() ? "./" : rest;
    }

    public static String name(String path) {
        String stripped = withoutTrailingSlashes(path);
        return stripped.substring(stripped.lastIndexOf('/') + 1);
    }

    /** The folder with its slash; empty for a name without a folder. */
    private static String folder(String path) {
        String stripped = withoutTrailingSlashes(path);
        return stripped.substring(0, stripped.lastIndexOf('/') + 1);
    }

    public static String child(String folder, String name) {
        return folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** The target of a link at a path. */
    public static String linked(String path, String link) {
        return link.startsWith("/") ? link : folder(path) + link;
    }

    /** The path of a file while it is written, in the same folder so that renaming is atomic. */
    public static String partial(String path) {
        return folder(path) + partialName(name(path));
    }

    /**
     * The name of a file while it is written. A name of the maximum length can't be extended, so its end is replaced by
     * a number derived from the whole name, which keeps it unique.
     */
    public static String partialName(String name) {
        if (NameBytes.encode(name).length + PARTIAL_EXTRA <= LONGEST_NAME) {
            return "." + name + ".part";
        }
        StringBuilder beginning = new StringBuilder(name);
        while (NameBytes.encode(beginning.toString()).length > LONGEST_BEGINNING) {
            beginning.setLength(beginning.offsetByCodePoints(beginning.length(), -1));
        }
        return "." + beginning + "~" + Integer.toHexString(name.hashCode()) + ".part";
    }

    /** Whether a name from the device may become a local name. */
    public static boolean isSafeName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('/') < 0
                && name.indexOf('\0') < 0
                && (java.io.File.separatorChar == '/' || name.indexOf('\\') < 0 && name.indexOf(':') < 0);
    }

    /** For messages: in quotes, with question marks for control characters and bytes that are not text. */
    public static String quoted(String path) {
        return "'" + ControlCharacters.replaced(path, '?', c -> Character.isISOControl(c) || NameBytes.isByte(c)) + "'";
    }
}
