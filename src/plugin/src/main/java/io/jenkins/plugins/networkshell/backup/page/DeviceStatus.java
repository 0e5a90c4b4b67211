package io.jenkins.plugins.networkshell.backup.page;

import java.util.Locale;

/** The most important thing to say about a device, the most urgent one first. */
public enum DeviceStatus {
    FAILED("symbol-close-circle", "jenkins-!-error-color"),
    /** The device would lose changes on a restart. */
    UNSAVED("symbol-warning", "jenkins-!-warning-color"),
    CHANGED("symbol-changes", "jenkins-!-accent-color"),
    /** Captured for the first time. */
    NEW("symbol-add", "jenkins-!-accent-color"),
    UNCHANGED("symbol-check", "jenkins-!-success-color");

    private final String icon;
    private final String colour;

    DeviceStatus(String icon, String colour) {
        this.icon = icon;
        this.colour = colour;
    }

    public String getIcon() {
        return icon;
    }

    /** A class of Jenkins' style sheet; the text says the same, for users who cannot see colours. */
    public String getColour() {
        return colour;
    }

    /** In links, and in the API. */
    public String getName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String getText() {
        return switch (this) {
            case FAILED -> Messages.DeviceStatus_Failed();
            case UNSAVED -> Messages.DeviceStatus_Unsaved();
            case CHANGED -> Messages.DeviceStatus_Changed();
            case NEW -> Messages.DeviceStatus_New();
            case UNCHANGED -> Messages.DeviceStatus_Unchanged();
        };
    }
}
