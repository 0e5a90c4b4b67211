package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.scene.Mode;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import io.jenkins.plugins.networkshell.simulator.scene.User;

/** The settings that commands change in one session: mode, page length, placeholders. */
final class ShellSettings {
    private final Script.Commands script;
    private final DeviceState device;
    private final ShellText texts;
    private Mode mode;
    private int pageLength;

    ShellSettings(Scene scene, Script.Commands script, DeviceState device, ShellText texts, String user) {
        this.script = script;
        this.device = device;
        this.texts = texts;
        this.pageLength = scene.paging().length();
        this.mode = scene.login()
                .user(user)
                .map(User::mode)
                .flatMap(script::mode)
                .orElse(script.modes().get(0));
    }

    void change(Reaction reaction) {
        Reply reply = reaction.reply();
        texts.remember(reaction.groups());
        device.setAll(reply.set(), texts::expand);
        if (reply.mode() != null) {
            mode = script.mode(reply.mode()).orElse(mode);
        }
        if (reply.pageLength() != null) {
            pageLength = reply.pageLength();
        }
    }

    Mode mode() {
        return mode;
    }

    /** In lines; 0: the pager is off. */
    int pageLength() {
        return pageLength;
    }
}
