package io.jenkins.plugins.networkshell.engine.backup.credential;

import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.input.InputFile;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.Problems;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which credential goes to which host. It is separate from the inventory and written by somebody who may use the
 * credentials, so the author of the inventory can't have a credential sent to a host of their choice. Holds no secrets.
 * Immutable, thread-safe and serializable.
 *
 * <p>The first rule that matches a host counts, and no other is tried after it, because devices lock accounts.
 *
 * <pre>{@code
 * credentials:
 *   - {hosts: bastion.example.net, username: jump, keyFile: /etc/backup/jump_ed25519}
 *   - {hosts: [10.0.0.0/8, '!10.9.0.0/16'], username: backup, passwordEnv: NET_PASSWORD}
 *   - {hosts: '*.lab.example.net', username: lab, passwordFile: /etc/backup/lab, enableSecretEnv: LAB_ENABLE}
 * }</pre>
 */
public final class CredentialTable implements Serializable {
    /** No credential for any host. */
    public static final CredentialTable EMPTY = new CredentialTable(List.of());

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<CredentialRule> rules;

    private CredentialTable(List<CredentialRule> rules) {
        this.rules = List.copyOf(rules);
    }

    static CredentialTable of(List<CredentialRule> rules) {
        return new CredentialTable(rules);
    }

    /** One credential for all hosts, from the options of the command or the parameters of the step. */
    public static CredentialTable forAllHosts(CredentialReference credential) {
        return new CredentialTable(
                List.of(new CredentialRule(List.of(HostPattern.parse("*").orElseThrow()), List.of(), credential)));
    }

    /** @throws InventoryException if the file can't be read or is invalid; none of it is used then */
    public static CredentialTable read(Path file) throws InventoryException {
        String source = file.toString();
        String text;
        try {
            text = InputFile.text(file);
        } catch (IOException e) {
            throw InputFile.unreadable(source, e);
        }
        return parse(source, text);
    }

    /**
     * @param source what messages call the text
     * @throws InventoryException if it is invalid
     */
    public static CredentialTable parse(String source, String yaml) throws InventoryException {
        return new CredentialTableReader(source).read(yaml);
    }

    /**
     * This table with an additional rule after all others.
     *
     * @param patterns as in the file
     * @param where what messages call the place of the patterns, for instance a form's row
     */
    public CredentialTable with(List<String> patterns, CredentialReference credential, String where)
            throws InventoryException {
        Problems problems = new Problems();
        List<HostPattern> hosts = new ArrayList<>();
        List<HostPattern> exceptions = new ArrayList<>();
        for (String pattern : patterns) {
            CredentialRule.sort(pattern, new Position(where, 0), "hosts", hosts, exceptions, problems);
        }
        problems.throwIfAny();
        List<CredentialRule> more = new ArrayList<>(rules);
        more.add(new CredentialRule(hosts, exceptions, credential));
        return new CredentialTable(more);
    }

    /**
     * The credential for a host.
     *
     * @param host as it is connected to
     * @param username for a credential without one, unless a stored credential includes it; may be empty
     */
    public Optional<CredentialReference> find(String host, String username) {
        return rules.stream()
                .filter(rule -> rule.isFor(host))
                .findFirst()
                .map(rule -> rule.credential().username().isEmpty()
                        ? rule.credential().withUsername(username)
                        : rule.credential());
    }
}
