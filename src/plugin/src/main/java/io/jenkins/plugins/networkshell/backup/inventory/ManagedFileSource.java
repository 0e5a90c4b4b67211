package io.jenkins.plugins.networkshell.backup.inventory;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Item;
import hudson.model.Run;
import hudson.util.ListBoxModel;
import java.util.Optional;

/** Files that another plugin manages, by id. Without such a plugin, there are none. */
public interface ManagedFileSource extends ExtensionPoint {
    /** @return empty if the build sees no such file */
    Optional<String> text(Run<?, ?> run, String id);

    /** Adds the files that the builds of a job see. */
    void addTo(ListBoxModel items, @CheckForNull Item item);

    static ExtensionList<ManagedFileSource> all() {
        return ExtensionList.lookup(ManagedFileSource.class);
    }
}
