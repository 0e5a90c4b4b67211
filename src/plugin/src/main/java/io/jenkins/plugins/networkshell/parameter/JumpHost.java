package io.jenkins.plugins.networkshell.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jump host: {@code user@host:port}, of which only the host is required.
 *
 * @param username null for that of the credentials
 */
public record JumpHost(String username, String host, int port) {
    private static final Pattern SYNTAX =
            Pattern.compile("(?:([^@\\s]+)@)?(?:\\[([0-9A-Fa-f:.%]+)]|([^@:\\s\\[\\]]+))(?::(\\d{1,5}))?");

    /**
     * @param text one, or several separated by commas; the first is connected to first
     * @throws IllegalArgumentException with a message that says what is allowed
     */
    public static List<JumpHost> parse(String text) {
        List<JumpHost> hosts = new ArrayList<>();
        for (String one : text.split(",")) {
            Matcher parts = SYNTAX.matcher(one.strip());
            int port = -1;
            if (parts.matches()) {
                port = parts.group(4) == null ? 22 : Integer.parseInt(parts.group(4));
            }
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException(Messages.JumpHost_Syntax(one.strip()));
            }
            hosts.add(new JumpHost(parts.group(1), parts.group(2) == null ? parts.group(3) : parts.group(2), port));
        }
        return hosts;
    }
}
