package io.jenkins.plugins.networkshell.backup.inventory;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.util.ListBoxModel;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.lib.configprovider.model.Config;
import org.jenkinsci.plugins.configfiles.ConfigFiles;
import org.jenkinsci.plugins.configfiles.custom.CustomConfig;

/** The managed files of the Config File Provider plugin. Without it, Jenkins leaves this class out. */
@Extension(optional = true)
public final class ConfigFileSource implements ManagedFileSource {
    @Override
    public Optional<String> text(Run<?, ?> run, String id) {
        return text((Config) ConfigFiles.getByIdOrNull(run, id));
    }

    /** Names the other plugin's class in a field that Jenkins checks before it creates an instance. */
    private static Optional<String> text(@CheckForNull Config file) {
        return Optional.ofNullable(file).map(found -> found.content);
    }

    @Override
    public void addTo(ListBoxModel items, @CheckForNull Item item) {
        ItemGroup<?> group = item == null ? Jenkins.get() : item.getParent();
        List<Config> files = ConfigFiles.getConfigsInContext(group, CustomConfig.CustomConfigProvider.class);
        files.forEach(file -> items.add(file.name + " (" + file.id + ")", file.id));
    }
}
