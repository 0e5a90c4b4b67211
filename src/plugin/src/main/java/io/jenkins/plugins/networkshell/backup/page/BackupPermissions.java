package io.jenkins.plugins.networkshell.backup.page;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Item;
import hudson.model.Run;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;

/** The permissions that are needed in addition to seeing a job. */
public final class BackupPermissions {
    private static final PermissionGroup GROUP =
            new PermissionGroup(BackupPermissions.class, Messages._BackupPermissions_Group());

    /**
     * To read configurations with their secrets. Implied by configuring the job, which can be made to print them
     * anyway.
     */
    public static final Permission RAW =
            new Permission(GROUP, "Raw", Messages._BackupPermissions_Raw(), Item.CONFIGURE, PermissionScope.ITEM);

    /** To mark changes as reviewed. */
    public static final Permission REVIEW =
            new Permission(GROUP, "Review", Messages._BackupPermissions_Review(), Run.UPDATE, PermissionScope.ITEM);

    private BackupPermissions() {}

    /** Permissions must be registered before the configuration that grants them is read. */
    @Initializer(before = InitMilestone.SYSTEM_CONFIG_LOADED)
    public static void register() {
        // loading this class registers them
    }
}
