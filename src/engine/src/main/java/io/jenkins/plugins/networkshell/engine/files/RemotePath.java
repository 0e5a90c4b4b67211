package io.jenkins.plugins.networkshell.engine.files;

/** Paths on a device: slashes, whatever our own side uses. */
final class RemotePath {
    /** As many as Linux follows; more are a circle. */
    static final int MOST_LINKS = 40;

    private RemotePath() {}

    static String withoutTrailingSlashes(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** A leading {@code ~/} is for shells; on the wire, paths that do not begin with a slash begin at home. */
    static String atHome(String path) {
        if (!path.equals("~") && !path.startsWith("~/")) {
            return path;
        }
        String rest = path.substring(1).replaceFirst("^/+", "");
        return rest.isEmpty() ? "./" : rest;
    }

    static String name(String path) {
        String stripped = withoutTrailingSlashes(path);
        return stripped.substring(stripped.lastIndexOf('/') + 1);
    }

    /** With its slash; empty for a name without a folder. */
    private static String folder(String path) {
        String stripped = withoutTrailingSlashes(path);
        return stripped.substring(0, stripped.lastIndexOf('/') + 1);
    }

    static String child(String folder, String name) {
        return folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** Where a link leads that stands at a path. */
    static String linked(String path, String link) {
        return link.startsWith("/") ? link : folder(path) + link;
    }

    /** Where a file is written before it gets its name: next to it, so that renaming it is one step. */
    static String partial(String path) {
        return folder(path) + "." + name(path) + ".part";
    }

    /** Whether a name that the device tells may become a name on our side. */
    static boolean isSafeName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('/') < 0
                && name.indexOf('\0') < 0
                && (java.io.File.separatorChar == '/' || name.indexOf('\\') < 0 && name.indexOf(':') < 0);
    }

    /** For messages: in quotes, control characters and bytes that are no text shown as question marks. */
    static String quoted(String path) {
        StringBuilder safe = new StringBuilder("'");
        path.codePoints()
                .forEach(c -> safe.appendCodePoint(Character.isISOControl(c) || NameBytes.isByte(c) ? '?' : c));
        return safe.append('\'').toString();
    }
}
