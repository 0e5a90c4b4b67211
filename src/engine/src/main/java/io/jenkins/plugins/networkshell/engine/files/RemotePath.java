package io.jenkins.plugins.networkshell.engine.files;

import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;

/** Paths on a device: slashes, whatever our own side uses. */
public final class RemotePath {
    /** As many as Linux follows; more are a circle. */
    public static final int MOST_LINKS = 40;

    /** In bytes, on all file systems that matter. */
    private static final int LONGEST_NAME = 255;
    /** A dot before the name, and behind it {@code .part}, and {@code .old} while a file is replaced in steps. */
    private static final int PARTIAL_EXTRA = 10;
    /** What remains of a longer one, with room for the number. */
    private static final int LONGEST_BEGINNING = 200;

    private RemotePath() {}

    public static String withoutTrailingSlashes(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** A leading {@code ~/} is for shells; on the wire, paths that do not begin with a slash begin at home. */
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

    /** With its slash; empty for a name without a folder. */
    private static String folder(String path) {
        String stripped = withoutTrailingSlashes(path);
        return stripped.substring(0, stripped.lastIndexOf('/') + 1);
    }

    public static String child(String folder, String name) {
        return folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** Where a link leads that stands at a path. */
    public static String linked(String path, String link) {
        return link.startsWith("/") ? link : folder(path) + link;
    }

    /** Where a file is written before it gets its name: next to it, so that renaming it is one step. */
    public static String partial(String path) {
        return folder(path) + partialName(name(path));
    }

    /**
     * The same without the folder. A name may be as long as file systems allow; one with more around it may not, so its
     * end is cut off then, and a number that goes with all of it tells it from its like.
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

    /** Whether a name that the device tells may become a name on our side. */
    public static boolean isSafeName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('/') < 0
                && name.indexOf('\0') < 0
                && (java.io.File.separatorChar == '/' || name.indexOf('\\') < 0 && name.indexOf(':') < 0);
    }

    /** For messages: in quotes, control characters and bytes that are not text shown as question marks. */
    public static String quoted(String path) {
        return "'" + ControlCharacters.replaced(path, '?', c -> Character.isISOControl(c) || NameBytes.isByte(c)) + "'";
    }
}
