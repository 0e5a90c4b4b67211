package io.jenkins.plugins.networkshell.engine.backup.inventory;

import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.device;
import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.problems;
import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.JumpHost;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class YamlInventoryTest {
    /** The example of the design. */
    private static final String EXAMPLE = """
            defaults: {port: 22, username: backup, passwordEnv: NET_PASSWORD, platform: huawei_vrp, hostKeys: strict}
            groups:   {branch: {platform: cisco_ios, jump: bastion.example.net}}
            devices:
              - {name: core-sw1, host: 10.0.0.1}
              - {name: br-rtr7,  host: 10.7.0.1, groups: [branch]}
            """;

    @Test
    void readsTheExample() throws Exception {
        Inventory inventory = read(EXAMPLE);

        assertThat(inventory.format()).isEqualTo(InventoryFormat.YAML);
        assertThat(inventory.devices()).extracting(Device::name).containsExactly("core-sw1", "br-rtr7");
        Device branch = device(inventory, "br-rtr7");
        assertThat(branch.host()).isEqualTo("10.7.0.1");
        assertThat(branch.platform()).isEqualTo("cisco_ios");
        assertThat(branch.groups()).containsExactly("branch");
        assertThat(branch.jumps()).extracting(JumpHost::address).containsExactly("bastion.example.net:22");
        assertThat(device(inventory, "core-sw1").platform()).isEqualTo("huawei_vrp");
    }

    @Test
    void everyValueSaysWhereItComesFrom() throws Exception {
        Device device = device(read(EXAMPLE), "br-rtr7");

        assertThat(device.settings().get(DeviceField.PLATFORM))
                .hasToString("cisco_ios from devices.yaml, line 2 (group branch)");
        assertThat(device.settings().get(DeviceField.USERNAME))
                .hasToString("backup from devices.yaml, line 1 (defaults)");
        assertThat(device.settings().get(DeviceField.HOST)).hasToString("10.7.0.1 from devices.yaml, line 5 (device)");
        assertThat(device.groupSettings())
                .extracting(Setting::toString)
                .containsExactly("branch from devices.yaml, line 5 (device)");
    }

    @Test
    void groupsInheritAndTheNearestWins() throws Exception {
        Device device = device(read("""
                        defaults: {port: 1, site: s1, encoding: UTF-8, tags: [all]}
                        platforms:
                          cisco_ios: {port: 2, algorithms: legacy, silenceTimeout: 1m}
                        groups:
                          world: {site: s2, port: 3, tags: [a]}
                          europe: {groups: [world], port: 4, tags: b}
                          routers: {platform: ios, silenceTimeout: 2m}
                        devices:
                          - {name: r1, groups: [europe, routers], tags: [c, a]}
                          - {name: r2, groups: [routers, europe], port: 5}
                        """), "r1");
        assertThat(device.port()).isEqualTo(4);
        assertThat(device.site()).contains("s2");
        assertThat(device.platform()).isEqualTo("cisco_ios");
        assertThat(device.value(DeviceField.ALGORITHMS)).contains("legacy");
        assertThat(device.value(DeviceField.SILENCE_TIMEOUT)).contains("2m");
        assertThat(device.groups()).containsExactly("world", "europe", "routers");
        assertThat(device.groupSettings().get(0)).hasToString("world from devices.yaml, line 6 (group europe)");
        assertThat(device.tags()).containsExactlyInAnyOrder("all", "a", "b", "c");
    }

    @Test
    void anotherWayToLogInReplacesTheOneOfTheGroup() throws Exception {
        Device device = device(read("""
                        defaults: {username: backup, keyFile: /k, passphraseEnv: P}
                        devices:
                          - {name: old, passwordEnv: OLD_PASSWORD}
                        """), "old");
        assertThat(device.value(DeviceField.KEY_FILE)).isEmpty();
        assertThat(device.value(DeviceField.PASSPHRASE_ENV)).isEmpty();
        assertThat(device.value(DeviceField.PASSWORD_ENV)).contains("OLD_PASSWORD");
    }

    @Test
    void rangesAreSpelledOut() throws Exception {
        Inventory inventory = read("""
                devices:
                  - 10.0.0.[1-3]
                  - {name: 'acc-[08-10]', host: '10.1.0.[8-10]'}
                  - {host: '10.[2-3].0.[1,7]', site: lab}
                """);
        assertThat(inventory.devices())
                .extracting(device -> device.name() + "=" + device.host())
                .containsExactly(
                        "10.0.0.1=10.0.0.1",
                        "10.0.0.2=10.0.0.2",
                        "10.0.0.3=10.0.0.3",
                        "acc-08=10.1.0.8",
                        "acc-09=10.1.0.9",
                        "acc-10=10.1.0.10",
                        "10.2.0.1=10.2.0.1",
                        "10.2.0.7=10.2.0.7",
                        "10.3.0.1=10.3.0.1",
                        "10.3.0.7=10.3.0.7");
        assertThat(device(inventory, "10.3.0.7").site()).contains("lab");
    }

    @Test
    void includesStandWhereTheyAreNamed() throws Exception {
        Inventory inventory = read(
                """
                defaults: {username: backup, port: 22}
                groups: {branch: {site: hq}}
                include: [sites/berlin.yaml, spare.csv]
                devices: [core]
                """,
                new Inventories.MemoryFiles()
                        .with(
                                "sites/berlin.yaml",
                                "defaults: {port: 2022}\ninclude: more.yaml\ndevices: [{name: b1, groups: branch}]\n")
                        .with("sites/more.yaml", "devices: [b2]\n")
                        .with("spare.csv", "name,groups\ns1,branch\n"));
        assertThat(inventory.devices()).extracting(Device::name).containsExactly("b2", "b1", "s1", "core");
        assertThat(device(inventory, "b2").port()).isEqualTo(2022);
        assertThat(device(inventory, "b2").value(DeviceField.USERNAME)).contains("backup");
        assertThat(device(inventory, "b1").nameSetting().origin().at()).hasToString("sites/berlin.yaml, line 3");
        assertThat(device(inventory, "core").port()).isEqualTo(22);
        assertThat(device(inventory, "s1").site()).contains("hq");
    }

    @Test
    void variablesComeFromTheEnvironment() throws Exception {
        Inventory inventory = read("""
                devices:
                  - {name: a, host: 'a.${SITE_DOMAIN}', site: '${EMPTY:-nowhere}', tags: ['$${x}']}
                """);
        Device device = device(inventory, "a");
        assertThat(device.host()).isEqualTo("a.berlin.example.net");
        assertThat(device.settings().get(DeviceField.HOST))
                .hasToString("a.berlin.example.net from devices.yaml, line 2 (device, from $SITE_DOMAIN)");
        assertThat(device.site()).contains("nowhere");
        assertThat(device.tags()).containsExactly("${x}");
    }

    @ParameterizedTest
    @EnumSource
    void takesEveryPolicyForHostKeys(Policy policy) throws Exception {
        Inventory inventory = read("devices: [{name: a, hostKeys: %s}]".formatted(policy.word()));
        assertThat(device(inventory, "a").value(DeviceField.HOST_KEYS)).contains(policy.word());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            devices: [{name: a, hots: b}]                   | devices.yaml, line 1: 'devices[0].hots' is not a known field (did you mean 'host'?); allowed: name, host, groups
            devices: [{name: a, platform: cisco_iso}]       | devices.yaml, line 1: 'devices[0].platform' is "cisco_iso", which is not a known platform (did you mean 'cisco_ios'?); allowed: auto or
            devices: [{name: a, port: 70000}]               | devices.yaml, line 1: 'devices[0].port' is "70000"; allowed: a whole number from 1 to 65535.
            devices: [{name: a, hostKeys: accept_new}]      | devices.yaml, line 1: 'devices[0].hostKeys' is "accept_new" (did you mean 'accept-new'?); allowed: strict, accept-new, warn, accept-any.
            devices: [{name: a, groups: [brnch]}]           | devices.yaml, line 1: 'devices[0].groups' names the group "brnch", which does not exist; allowed: groups that stand below 'groups'.
            devices: [{name: a}, {name: A}]                 | devices.yaml, line 1: 'devices[1]' is a second device "A" (the first is in devices.yaml, line 1); allowed: each name once, letter case not counted.
            devices: [{site: x}]                            | devices.yaml, line 1: 'devices[0]' has neither a name nor a host; allowed: at least one of them.
            devices: [{name: a, host: 'b c'}]               | devices.yaml, line 1: 'devices[0].host' is "b c"; allowed: a host name, an IPv4 address or an IPv6 address.
            devices: [{name: 'the core'}]                   | devices.yaml, line 1: 'devices[0].name' is "the core", which can't be connected to without a 'host'; allowed:
            devices: [{name: 'a[1-3]', host: 'b[1-2]'}]     | devices.yaml, line 1: 'devices[0]' has 3 names and 2 hosts; allowed: ranges of the same size in 'name' and 'host'.
            devices: ['10.0.0.[9-1]']                       | devices.yaml, line 1: 'devices[0].host' has the range [9-1], which runs backwards; allowed: a range such as [1-254].
            devices: ['10.[0-255].[0-255].[0-255]']         | devices.yaml, line 1: 'devices[0].host' stands for more than 65536 devices ('10.[0-255].[0-255].[0-255]'); allowed:
            devices: [{name: a, host: '${SITE_DOMAN}'}]     | devices.yaml, line 1: 'devices[0].host' needs the environment variable SITE_DOMAN, which is not set (did you mean 'SITE_DOMAIN'?); allowed: a variable that is set, or ${NAME:-text}.
            devices: [{name: a, jump: 'x y'}]               | devices.yaml, line 1: 'devices[0].jump' is "x y"; allowed: [user@]host[:port], several of them with commas.
            devices: [{name: a, site: yes, tags: true}]     | devices.yaml, line 1: 'devices[0].tags' is true or false; allowed: a text, here in quotes.
            devices: [{name: a, silenceTimeout: 5}]         | devices.yaml, line 1: 'devices[0].silenceTimeout' is "5"; allowed: a time such as 500ms, 30s, 10m or 1h.
            defaults: {host: a}                             | devices.yaml, line 1: 'defaults.host' is not a known field; allowed: port,
            device: []                                      | devices.yaml, line 1: 'device' is not a known field (did you mean 'devices'?); allowed: defaults, groups, platforms, devices, include.
            groups: {a: {groups: [b]}, b: {groups: [a]}}    | devices.yaml, line 1: 'groups.a' is its own ancestor (a -> b -> a); allowed: groups whose parents do not lead back to them.
            include: devices.yaml                           | devices.yaml, line 1: 'include' includes "devices.yaml" again; allowed: files that don't include each other.
            include: other.yaml                             | devices.yaml, line 1: 'include' names the file "other.yaml", which does not exist; allowed: a file, relative to this one.
            """)
    void oneSentenceForEachMistake(String text, String sentence) {
        assertThat(problems(text)).singleElement().asString().startsWith(sentence);
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        List<String> problems = problems("""
                defaults: {prot: 22}
                devices:
                  - {name: a, port: x}
                  - {name: b, platform: nokia}
                """);
        assertThat(problems).hasSize(3);
        assertThat(problems.get(0)).startsWith("devices.yaml, line 1: 'defaults.prot'");
        assertThat(problems.get(1)).startsWith("devices.yaml, line 3: 'devices[0].port'");
        assertThat(problems.get(2)).startsWith("devices.yaml, line 4: 'devices[1].platform'");
    }

    @Test
    void aSecretByMistakeIsNotRepeated() {
        assertThat(problems("devices: [{name: a, password: 'hunter 2', passwordEnv: 'hunter 3'}]"))
                .hasSize(2)
                .noneMatch(sentence -> sentence.contains("hunter"))
                .anyMatch(sentence -> sentence.contains("(a password is given by 'passwordEnv'"));
    }

    @Test
    void noDevicesIsNotAnError() throws Exception {
        assertThat(read("defaults: {port: 22}\ndevices: []\n").devices()).isEmpty();
    }
}
