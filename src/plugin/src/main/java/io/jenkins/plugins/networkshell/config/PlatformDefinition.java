package io.jenkins.plugins.networkshell.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.PlatformDefinitionException;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An administrator's platform definition in YAML; the name is part of the definition. */
public final class PlatformDefinition extends AbstractDescribableImpl<PlatformDefinition> {
    private final String yaml;

    @DataBoundConstructor
    public PlatformDefinition(String yaml) {
        this.yaml = Util.fixNull(yaml);
    }

    public String getYaml() {
        return yaml;
    }

    @Extension
    @Symbol("platform")
    public static final class DescriptorImpl extends Descriptor<PlatformDefinition> {
        @Override
        public String getDisplayName() {
            return Messages.PlatformDefinition_DisplayName();
        }

        @POST
        public FormValidation doCheckYaml(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            if (Util.fixEmptyAndTrim(value) == null) {
                return FormValidation.error(Messages.PlatformDefinition_Empty());
            }
            try {
                PlatformCatalog saved = NetworkShellConfiguration.get().otherPlatforms();
                PlatformCatalog all = saved.withText(Messages.PlatformDefinition_Name(), value);
                return FormValidation.ok(
                        Messages.PlatformDefinition_Valid(all.names().size()));
            } catch (PlatformDefinitionException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
