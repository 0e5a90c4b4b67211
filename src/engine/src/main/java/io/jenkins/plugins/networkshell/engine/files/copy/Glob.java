package io.jenkins.plugins.networkshell.engine.files.copy;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import java.util.ArrayList;
import java.util.List;

/**
 * File names with {@code *}, {@code ?} and {@code [a-z]} ({@code [!a-z]}), per part of a path as in a shell: none of
 * them matches a slash or a leading dot. A backslash quotes the next character.
 */
public final class Glob {
    private Glob() {}

    /** The file system that a pattern is matched against. */
    public interface Tree {
        /**
         * Names in a folder; the empty name is the folder where relative paths start. Empty for anything but a folder.
         */
        List<Entry> entries(String folder) throws NetworkShellException;
    }

    public record Entry(String name, boolean folder) {}

    public static boolean isPattern(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '*' || c == '?' || c == '[') {
                return true;
            }
        }
        return false;
    }

    /** The path of a pattern without wildcards. */
    public static String literal(String path) {
        return path.replaceAll("\\\\(.)", "$1");
    }

    /** @return paths in alphabetical order per folder; empty if nothing matches */
    public static List<String> expand(String pattern, Tree tree) throws NetworkShellException {
        List<String> found = new ArrayList<>();
        found.add(pattern.startsWith("/") ? "/" : "");
        String[] parts = pattern.split("/+");
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                found = isPattern(parts[i])
                        ? matches(found, parts[i], i < parts.length - 1, tree)
                        : children(found, literal(parts[i]));
            }
        }
        return found;
    }

    private static List<String> children(List<String> folders, String name) {
        List<String> all = new ArrayList<>();
        folders.forEach(folder -> all.add(RemotePath.child(folder, name)));
        return all;
    }

    private static List<String> matches(List<String> folders, String part, boolean foldersOnly, Tree tree)
            throws NetworkShellException {
        Pattern pattern = Pattern.compile(regex(part), Pattern.DOTALL);
        List<String> all = new ArrayList<>();
        for (String folder : folders) {
            tree.entries(folder).stream()
                    .filter(entry -> entry.folder() || !foldersOnly)
                    .map(Entry::name)
                    .filter(name -> (part.startsWith(".") || !name.startsWith(".")) && pattern.matches(name))
                    .sorted()
                    .forEach(name -> all.add(RemotePath.child(folder, name)));
        }
        return all;
    }

    private static String regex(String part) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            int close = c == '[' ? part.indexOf(']', i + 2) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (close > 0) {
                regex.append(set(part.substring(i + 1, close)));
                i = close;
            } else if (c == '\\' && i + 1 < part.length()) {
                regex.append(Pattern.quote(part.substring(++i, i + 1)));
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private static String set(String inside) {
        boolean not = inside.startsWith("!") || inside.startsWith("^");
        String members = (not ? inside.substring(1) : inside).replaceAll("[\\\\\\[\\]&^]", "\\\\$0");
        return (not ? "[^" : "[") + members + "]";
    }
}
