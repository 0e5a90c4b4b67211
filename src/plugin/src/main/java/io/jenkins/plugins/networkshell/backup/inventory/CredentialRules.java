package io.jenkins.plugins.networkshell.backup.inventory;

import hudson.AbortException;
import hudson.Util;
import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.SecretReference;
import io.jenkins.plugins.networkshell.engine.backup.credential.CredentialTable;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Which credential a job allows for which host. Its own table comes first, then that of a global inventory, then its
 * credentials for all hosts.
 *
 * @param own the job's table
 * @param forAll the id of the credentials for all other hosts; null for none
 * @param enableForAll the id of the corresponding secret for the privileged mode; null for none
 */
public record CredentialRules(List<HostCredentials> own, String forAll, String enableForAll) {
    private static final CredentialReference ANY = reference("any", null);

    public CredentialRules {
        own = List.copyOf(Util.fixNull(own));
    }

    /**
     * @param inventory the table of a global inventory
     * @param expand replaces build variables
     */
    public CredentialTable table(List<HostCredentials> inventory, UnaryOperator<String> expand) throws AbortException {
        try {
            CredentialTable table = CredentialTable.EMPTY;
            for (HostCredentials row : own) {
                table = with(table, row, expand);
            }
            for (HostCredentials row : inventory) {
                table = with(table, row, UnaryOperator.identity());
            }
            if (forAll != null) {
                table = table.with(List.of("*"), reference(forAll, enableForAll), "credentialsId");
            }
            return table;
        } catch (InventoryException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private static CredentialTable with(CredentialTable table, HostCredentials row, UnaryOperator<String> expand)
            throws AbortException, InventoryException {
        List<String> patterns = new ArrayList<>();
        row.patterns().forEach(pattern -> patterns.add(expand.apply(pattern)));
        String id = expand.apply(row.getCredentialsId());
        if (patterns.isEmpty()) {
            throw new AbortException(Messages.HostCredentials_NoHosts());
        }
        if (id.isBlank()) {
            throw new AbortException(Messages.CredentialRules_NoCredentials(row.getHosts()));
        }
        String enable = row.getEnableCredentialsId() == null ? null : expand.apply(row.getEnableCredentialsId());
        return table.with(patterns, reference(id, enable), Messages.CredentialRules_Table());
    }

    private static CredentialReference reference(String id, String enable) {
        return new CredentialReference(
                "", new SecretReference.Stored(id), enable == null ? null : new SecretReference.Stored(enable));
    }

    /** @throws InventoryException if a pattern is invalid */
    static void check(List<String> patterns) throws InventoryException {
        Objects.requireNonNull(CredentialTable.EMPTY.with(patterns, ANY, Messages.CredentialRules_Table()));
    }
}
