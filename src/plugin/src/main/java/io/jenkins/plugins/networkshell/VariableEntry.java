package io.jenkins.plugins.networkshell;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.form.FormAccess;
import java.io.Serializable;
import java.util.Objects;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A variable for a command on the device. */
public final class VariableEntry extends AbstractDescribableImpl<VariableEntry> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String value;

    @DataBoundConstructor
    public VariableEntry(String name, String value) {
        this.name = Util.fixNull(name).strip();
        this.value = Util.fixNull(value);
    }

    public String getName() {
        return name;
    }

    public String getValue() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariableEntry entry && name.equals(entry.name) && value.equals(entry.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, value);
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<VariableEntry> {
        @Override
        public String getDisplayName() {
            return Messages.VariableEntry_DisplayName();
        }

        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.VariableEntry_NoName())
                    : FormValidation.ok();
        }
    }
}
