package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.scene.Terminal;
import java.util.HashMap;
import java.util.Map;

/** Renders texts of a scene for one session, with placeholders, newlines and charset of the device. */
final class ShellText {
    private final DeviceState device;
    private final Terminal terminal;
    private final String user;
    private final Map<String, String> own = new HashMap<>();

    ShellText(DeviceState device, Terminal terminal, String user) {
        this.device = device;
        this.terminal = terminal;
        this.user = user;
    }

    /** The groups of a command line; they stay, because a prompt may show the view that was entered. */
    void remember(Map<String, String> groups) {
        own.putAll(groups);
    }

    String expand(String template) {
        return Placeholders.expand(template, name -> {
            String value = own.get(name);
            return value != null ? value : name.equals("user") ? user : device.value(name);
        });
    }

    byte[] bytes(String template) {
        return expand(template).replace("\n", terminal.newline()).getBytes(terminal.charset());
    }
}
