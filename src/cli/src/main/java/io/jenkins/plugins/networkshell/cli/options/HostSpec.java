package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.text.HostAndPort;

/**
 * {@code [user@]host[:port]}; an IPv6 address with a port needs brackets.
 *
 * @param user null if not given
 * @param port 0 if not given
 */
record HostSpec(String user, String host, int port) {
    /** @param option for the message */
    static HostSpec parse(String option, String text) {
        String rest = text.strip();
        String user = null;
        int at = rest.lastIndexOf('@');
        if (at >= 0) {
            user = rest.substring(0, at);
            rest = rest.substring(at + 1);
        }
        String host = rest;
        String port = null;
        int bracket = rest.startsWith("[") ? rest.indexOf(']') : -1;
        String behind = bracket > 0 ? rest.substring(bracket + 1) : "";
        if (bracket > 0 && (behind.isEmpty() || behind.startsWith(":"))) {
            host = rest.substring(1, bracket);
            port = behind.isEmpty() ? null : behind.substring(1);
        } else if (rest.indexOf(':') >= 0 && rest.indexOf(':') == rest.lastIndexOf(':')) {
            host = rest.substring(0, rest.indexOf(':'));
            port = rest.substring(rest.indexOf(':') + 1);
        }
        if (host.isEmpty() || host.chars().anyMatch(HostSpec::isNoneOfAName) || (user != null && user.isEmpty())) {
            throw new BadInputException("The value '" + text + "' of " + option
                    + " is not a host; allowed: [user@]host[:port], with brackets around an IPv6 address.");
        }
        return new HostSpec(user, host, port == null ? 0 : port(option, port));
    }

    private static boolean isNoneOfAName(int c) {
        return Character.isWhitespace(c) || c == '[' || c == ']';
    }

    /** The form for ssh_config's reader. */
    String destination() {
        String address = HostAndPort.bracketed(host);
        return (user == null ? "" : user + "@") + address + (port == 0 ? "" : ":" + port);
    }

    static int port(String option, String text) {
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        }
        throw new BadInputException(
                "The value '" + text + "' of " + option + " is not a port; allowed: a number from 1 to 65535.");
    }
}
