package io.jenkins.plugins.networkshell.backup.inventory;

import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.PersistentDescriptor;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.platform.PlatformDefinitionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The administrators' inventories for all jobs. */
@Extension(ordinal = -1) // below the general part of the plugin
@Symbol("networkInventories")
public final class NetworkInventories extends GlobalConfiguration implements PersistentDescriptor {
    private static final String INVENTORIES = "inventories";

    private ArrayList<GlobalInventory> inventories = new ArrayList<>();

    public static NetworkInventories get() {
        return ExtensionList.lookupSingleton(NetworkInventories.class);
    }

    public List<GlobalInventory> getInventories() {
        return Collections.unmodifiableList(inventories);
    }

    /**
     * @throws IllegalArgumentException if one has no name, the name of another, or is invalid; the message names line
     * and field
     */
    @DataBoundSetter
    public void setInventories(List<GlobalInventory> value) {
        ArrayList<GlobalInventory> all = new ArrayList<>(Util.fixNull(value));
        Set<String> names = new HashSet<>();
        for (GlobalInventory inventory : all) {
            if (inventory.getName().isEmpty()) {
                throw new IllegalArgumentException(Messages.GlobalInventory_NoName());
            }
            if (!names.add(inventory.getName())) {
                throw new IllegalArgumentException(Messages.NetworkInventories_Twice(inventory.getName()));
            }
            check(inventory);
        }
        inventories = all;
        save();
    }

    private static void check(GlobalInventory inventory) {
        try {
            inventory.read(NetworkShellConfiguration.get().catalog());
        } catch (InventoryException | PlatformDefinitionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    public Optional<GlobalInventory> inventory(String name) {
        return inventories.stream()
                .filter(inventory -> inventory.getName().equals(name))
                .findFirst();
    }

    /** For a drop-down, with an empty choice. */
    public ListBoxModel items() {
        ListBoxModel items = new ListBoxModel();
        items.add("");
        inventories.forEach(inventory -> items.add(inventory.getName()));
        return items;
    }

    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        if (!json.has(INVENTORIES)) {
            json.put(INVENTORIES, new JSONArray()); // a form whose last inventory was removed says nothing of them
        }
        try (BulkChange change = new BulkChange(this)) {
            req.bindJSON(this, json);
            change.commit();
            return true;
        } catch (IllegalArgumentException e) {
            load();
            throw new FormException(e.getMessage(), e, INVENTORIES);
        } catch (IOException e) {
            throw new UncheckedIOException("The inventories of network devices could not be saved.", e);
        }
    }

    @Override
    public String getDisplayName() {
        return Messages.NetworkInventories_DisplayName();
    }
}
