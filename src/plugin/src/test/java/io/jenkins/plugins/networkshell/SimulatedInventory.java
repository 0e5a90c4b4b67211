package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.util.LinkedHashMap;
import java.util.Map;

/** An inventory of simulated devices, of which one can take the place of another. */
final class SimulatedInventory {
    private final Map<String, SimulatedDevice> devices = new LinkedHashMap<>();
    private final Map<String, String> more = new LinkedHashMap<>();

    SimulatedInventory with(String name, SimulatedDevice device) {
        devices.put(name, device);
        return this;
    }

    /** @param fields further ones of the device, as YAML writes them in a flow */
    SimulatedInventory with(String name, SimulatedDevice device, String fields) {
        more.put(name, ", " + fields);
        return with(name, device);
    }

    /** In YAML. */
    String text() {
        StringBuilder text = new StringBuilder("devices:\n");
        devices.forEach((name, device) -> text.append("  - {name: %s, host: %s, port: %d%s}\n"
                .formatted(name, device.host(), device.port(), more.getOrDefault(name, ""))));
        return text.toString();
    }

    /** The call with this inventory as its text. */
    String call(String more) {
        return "networkBackup(inventoryText: '''" + text() + "''', hostKeys: 'accept-new', retries: 0" + more + ")";
    }

    /** With the credentials of {@link Devices#addLogin}. */
    String call() {
        return call(", credentialsId: '" + Devices.LOGIN + "'");
    }

    /** A Huawei switch of these VLANs, with a password in its configuration. */
    static Scene switchWith(String vlans, String secret) {
        String text = """
                !Software Version V200R009C00SPC500
                #
                sysname ${host}
                #
                vlan batch %s
                #
                aaa
                 local-user netops password irreversible-cipher %s
                #
                return
                """.formatted(vlans, secret);
        return Scene.shipped("huawei_vrp").toBuilder()
                .overriding(CommandRule.exact("display saved-configuration", Reply.text(text)))
                .overriding(CommandRule.exact("display current-configuration", Reply.text(text)))
                .build();
    }
}
