package io.jenkins.plugins.networkshell.engine.target.openssh;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Expands the values of {@code ssh_config}: see TOKENS and ENVIRONMENT VARIABLES in ssh_config(5). Unknown tokens stay
 * unchanged.
 *
 * @param tokens by the letter after the {@code %}
 * @param home the value of {@code ~}
 */
record SshConfigTokens(Map<Character, String> tokens, Path home) {
    SshConfigTokens {
        tokens = new HashMap<>(tokens);
        tokens.put('%', "%");
    }

    /** Expands {@code %h} and the like. */
    String expand(String text) {
        StringBuilder expanded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String token = c == '%' && i + 1 < text.length() ? tokens.get(text.charAt(i + 1)) : null;
            if (token != null) {
                i++;
            }
            expanded.append(token == null ? String.valueOf(c) : token);
        }
        return expanded.toString();
    }

    /** Expands a file name, including <code>${VARIABLE}</code>. */
    Path path(String text) throws NetworkShellException {
        String name = expand(withVariables(text));
        return name.startsWith("~/") ? home.resolve(name.substring(2)) : Path.of(name);
    }

    private static String withVariables(String text) throws NetworkShellException {
        StringBuilder expanded = new StringBuilder();
        int done = 0;
        int start = text.indexOf("${");
        while (start >= 0 && text.indexOf('}', start) >= 0) {
            int end = text.indexOf('}', start);
            String variable = text.substring(start + 2, end);
            String value = System.getenv(variable);
            if (value == null) {
                throw new NetworkShellException(
                        ErrorKind.BAD_INPUT,
                        "",
                        "The environment variable " + variable + " that ssh_config names in '" + text + "' is not set.",
                        null,
                        null);
            }
            expanded.append(text, done, start).append(value);
            done = end + 1;
            start = text.indexOf("${", done);
        }
        return expanded.append(text.substring(done)).toString();
    }
}
