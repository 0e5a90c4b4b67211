package io.jenkins.plugins.networkshell.backup.inventory;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.Problem;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Inventory;
import io.jenkins.plugins.networkshell.engine.backup.inventory.InventoryFiles;
import io.jenkins.plugins.networkshell.engine.backup.inventory.InventoryReader;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.PlatformDefinitionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An administrator's inventory for all jobs, with the credentials for its devices. */
public final class GlobalInventory extends AbstractDescribableImpl<GlobalInventory> {
    private static final int MOST_PROBLEMS = 10;

    private final String name;
    private final String text;
    private ArrayList<HostCredentials> credentials = new ArrayList<>();

    /**
     * @param name by which jobs choose it
     * @param text in any of the formats of inventories
     */
    @DataBoundConstructor
    public GlobalInventory(String name, String text) {
        this.name = Util.fixNull(name).strip();
        this.text = Util.fixNull(text);
    }

    public String getName() {
        return name;
    }

    public String getText() {
        return text;
    }

    public List<HostCredentials> getCredentials() {
        return credentials;
    }

    /** @param value which credentials are for which hosts; a build must be allowed to use them */
    @DataBoundSetter
    public void setCredentials(List<HostCredentials> value) {
        credentials = new ArrayList<>(Util.fixNull(value));
    }

    /** Administrators are trusted: their inventory may name credentials and choose how host keys are checked. */
    Inventory read(PlatformCatalog catalog) throws InventoryException {
        return InventoryReader.trusted(catalog, Map.of()).read(name, text, InventoryFiles.NONE);
    }

    @Extension
    @Symbol("inventory")
    public static final class DescriptorImpl extends Descriptor<GlobalInventory> {
        @Override
        public String getDisplayName() {
            return Messages.GlobalInventory_DisplayName();
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.GlobalInventory_NoName())
                    : FormValidation.ok();
        }

        /** Reports the number of devices, or the mistakes with their lines. */
        @POST
        public FormValidation doCheckText(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            try {
                GlobalInventory typed = new GlobalInventory(Messages.GlobalInventory_DisplayName(), value);
                Inventory inventory = typed.read(NetworkShellConfiguration.get().catalog());
                return FormValidation.ok(
                        Messages.GlobalInventory_Valid(inventory.devices().size()));
            } catch (InventoryException e) {
                return FormValidation.error(e.problems().stream()
                        .limit(MOST_PROBLEMS)
                        .map(Problem::sentence)
                        .collect(Collectors.joining("\n")));
            } catch (PlatformDefinitionException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
