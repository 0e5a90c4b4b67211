package io.jenkins.plugins.networkshell.engine.backup.inventory;

import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.device;
import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.problems;
import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.JumpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnsibleInventoryTest {
    private static final String INI = """
            # the network
            lonely.example.net

            [core]
            core-[01:03] ansible_host=10.0.0.1 site=hq   # a comment
            edge:2222 ansible_user='back up' tags="a, b"

            [branch]
            br-[a:c].example.net

            [network:children]
            core
            branch

            [network:vars]
            ansible_network_os=cisco.ios.ios
            ansible_user = backup
            ansible_password=hunter2
            ansible_ssh_common_args=-o ProxyCommand="ssh -W %h:%p -q jump@bastion.example.net"

            [branch:vars]
            ansible_user=branch
            """;

    private static final String YAML = """
            all:
              hosts:
                lonely.example.net:
              children:
                network:
                  vars:
                    ansible_network_os: cisco.ios.ios
                    ansible_user: backup
                    ansible_password: !vault |
                      $ANSIBLE_VAULT;1.1;AES256
                      6231
                    ansible_ssh_common_args: -o ProxyCommand="ssh -W %h:%p -q jump@bastion.example.net"
                  children:
                    core:
                      hosts:
                        core-[01:03]: {ansible_host: 10.0.0.1, site: hq}
                        edge: {ansible_user: back up, tags: [a, b], ansible_port: 2222}
                    branch:
                      vars: {ansible_user: branch}
                      hosts:
                        br-[a:c].example.net:
            """;

    @ParameterizedTest
    @ValueSource(strings = {INI, YAML})
    void bothFormatsSayTheSame(String text) throws Exception {
        Inventory inventory = read(text);

        assertThat(inventory.format())
                .isEqualTo(text.equals(INI) ? InventoryFormat.ANSIBLE_INI : InventoryFormat.ANSIBLE_YAML);
        assertThat(inventory.devices())
                .extracting(Device::name)
                .containsExactlyInAnyOrder(
                        "lonely.example.net",
                        "core-01",
                        "core-02",
                        "core-03",
                        "edge",
                        "br-a.example.net",
                        "br-b.example.net",
                        "br-c.example.net");
        Device core = device(inventory, "core-02");
        assertThat(core.host()).isEqualTo("10.0.0.1");
        assertThat(core.site()).contains("hq");
        assertThat(core.platform()).isEqualTo("cisco_ios");
        assertThat(core.value(DeviceField.USERNAME)).contains("backup");
        assertThat(core.jumps()).extracting(JumpHost::toString).containsExactly("jump@bastion.example.net:22");
        assertThat(core.groups()).contains("core", "network").doesNotContain("branch");
        Device edge = device(inventory, "edge");
        assertThat(edge.port()).isEqualTo(2222);
        assertThat(edge.value(DeviceField.USERNAME)).contains("back up");
        assertThat(edge.tags()).containsExactly("a", "b");
        assertThat(device(inventory, "br-b.example.net").value(DeviceField.USERNAME))
                .contains("branch");
        assertThat(device(inventory, "lonely.example.net").jumps()).isEmpty();
        assertThat(inventory.notices())
                .containsExactly(
                        "devices.yaml: ansible_password is not read; credentials are given apart from the inventory.");
    }

    @Test
    void variablesOverrideEachOtherAsInAnsible() throws Exception {
        Inventory inventory = read("""
                [all:vars]
                site=all
                [z:children]
                deep
                [z:vars]
                site=z
                [deep]
                h1
                h2 site=own
                [b]
                h1
                h3
                [b:vars]
                site=b
                [a]
                h3
                [a:vars]
                site=a
                [deep:vars]
                ansible_port=1
                [none]
                h4
                """);
        // z and b are at the same depth: the last in alphabetical order wins
        assertThat(device(inventory, "h1").site()).contains("z");
        assertThat(device(inventory, "h2").site()).contains("own");
        assertThat(device(inventory, "h3").site()).contains("b");
        assertThat(device(inventory, "h4").site()).contains("all");
        assertThat(device(inventory, "h1").port()).isEqualTo(1);
    }

    @Test
    void readsTheVariablesBesideTheInventory() throws Exception {
        Inventory inventory = read(
                "[core]\nsw1\nsw2\n[core:vars]\nsite=file\n",
                new Inventories.MemoryFiles()
                        .with("group_vars/all.yml", "---\nansible_host: '{{ inventory_hostname }}.example.net'\n")
                        .with("group_vars/core/vars.yml", "site: folder\nansible_user: '{{ vault_user }}'\n")
                        .with("group_vars/core/vault.yml", "$ANSIBLE_VAULT;1.1;AES256\n6231\n")
                        .with("host_vars/sw2", "ansible_host: 10.0.0.2\nansible_network_os: junos\ntags: [x, y]\n"));
        assertThat(device(inventory, "sw1").host()).isEqualTo("sw1.example.net");
        assertThat(device(inventory, "sw1").site()).contains("folder");
        assertThat(device(inventory, "sw1")
                        .settings()
                        .get(DeviceField.SITE)
                        .origin()
                        .at())
                .hasToString("group_vars/core/vars.yml, line 1");
        assertThat(device(inventory, "sw2").host()).isEqualTo("10.0.0.2");
        assertThat(device(inventory, "sw2").tags()).containsExactly("x", "y");
        assertThat(inventory.notices())
                .contains("group_vars/core/vault.yml is encrypted and was not read.")
                .anyMatch(notice -> notice.contains("ansible_user is a template"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-o ProxyJump=jump@b.example:2022 -o Compression=yes | jump@b.example:2022",
                "-J jump@b.example,c.example                         | jump@b.example:22 c.example:22",
                "-o ProxyCommand='ssh -q -W %h:%p b.example'         | b.example:22",
                "-o StrictHostKeyChecking=no                         | ''"
            })
    void findsTheJumpHost(String arguments, String jumps) throws Exception {
        Inventory inventory = read("[g]\na\n[g:vars]\nansible_ssh_common_args=" + arguments + "\n");
        assertThat(String.join(
                        " ",
                        device(inventory, "a").jumps().stream()
                                .map(JumpHost::toString)
                                .toList()))
                .isEqualTo(jumps);
    }

    @Test
    void hostsThatAreNotReachedBySshAreLeftOut() throws Exception {
        Inventory inventory = read("localhost ansible_connection=local\n[w]\nw1 ansible_connection=winrm\nsw1\n");
        assertThat(inventory.devices()).extracting(Device::name).containsExactly("sw1");
        assertThat(inventory.notices())
                .containsExactly("devices.yaml: localhost, w1 is not reached by SSH and was left out.");
    }

    @Test
    void aPlatformWithoutDefinitionIsRecognisedAtLogin() throws Exception {
        Inventory inventory = read("sw1 ansible_network_os=acme.net.acmeos\nsw2 ansible_network_os=acme.net.acmeos\n");
        assertThat(device(inventory, "sw1").platform()).isEqualTo("auto");
        assertThat(inventory.notices())
                .containsExactly(
                        "devices.yaml: the platform 'acmeos' of ansible is not known; 2 devices that have it are recognised at login.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [g]\\na ansible_port=x                     | devices.yaml, line 2: 'ansible_port' is "x"; allowed: a whole number from 1 to 65535.
            [g]\\na ansible_host={{ x }}               | devices.yaml, line 2: 'g' has a line that is not a variable; allowed: name=value.
            [g]\\na "ansible_host={{ x }}"             | devices.yaml, line 2: 'ansible_host' is "{{ x }}", a template that is not evaluated; allowed:
            [g]\\na[9:1]                               | devices.yaml, line 2: 'a[9:1]' has the range [9:1], which runs backwards; allowed:
            [a:children]\\nb\\n[b:children]\\na         | devices.yaml, line 2: 'b' is a group that is its own ancestor, with "a"; allowed:
            [g:vars]\\npass word=                      | ''
            """)
    void oneSentenceForEachMistake(String text, String sentence) throws Exception {
        String lines = text.replace("\\n", "\n") + "\n";
        if (sentence.isEmpty()) {
            assertThat(read(lines).devices()).isEmpty();
        } else {
            assertThat(problems(lines)).first().asString().startsWith(sentence);
        }
    }
}
