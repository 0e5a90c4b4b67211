package io.jenkins.plugins.networkshell.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import jenkins.model.Jenkins;

/** Decides who may use the web methods behind our forms. */
public final class FormAccess {
    private FormAccess() {}

    /**
     * @param item the job with the form; null for a form of Jenkins itself
     * @throws org.springframework.security.access.AccessDeniedException for users who may not change it
     */
    public static void checkConfigure(@CheckForNull Item item) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        } else {
            item.checkPermission(Item.CONFIGURE);
        }
    }
}
