package io.jenkins.plugins.networkshell.engine.backup.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.SecretReference;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialTableTest {
    private static final String TABLE = """
            credentials:
              - {hosts: bastion.example.net, username: jump, keyFile: /etc/jump, passphraseEnv: JUMP_PHRASE}
              - {hosts: [10.0.0.0/8, '!10.9.0.0/16'], username: backup, passwordEnv: NET_PASSWORD}
              - {hosts: ['*.lab.example.net', '192.168.1.*'], passwordFile: /etc/lab, enableSecretEnv: LAB_ENABLE}
              - {hosts: '2001:db8::/32', credentialsId: v6}
              - {hosts: 'fe80::1', username: a, agent: true}
            """;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "bastion.example.net,jump with /etc/jump",
                "BASTION.example.net,jump with /etc/jump",
                "10.0.0.1,backup with $NET_PASSWORD",
                "10.255.255.255,backup with $NET_PASSWORD",
                "10.9.1.1,-",
                "11.0.0.1,-",
                "sw1.lab.example.net,own with /etc/lab",
                "192.168.1.7,own with /etc/lab",
                "2001:db8:1::7,own with credential v6",
                "2001:DB8:0:0::1,own with credential v6",
                "2001:db9::1,-",
                "fe80:0::1,a with the SSH agent",
                "sw1.example.net,-",
                // what somebody might write into an inventory to be sent a credential
                "10.0.0.1.evil.example,-",
                "192.168.1.evil.example,-",
                "192.168.1.1.evil.example,-",
                "evil.example/x.lab.example.net,-",
                "evil.example#.lab.example.net,-",
                "lab.example.net.evil.example,-",
                "10.1,-",
                "167772161,-",
                "010.0.0.1,-",
                // an IPv4 address in another notation: that is where Java connects to
                "::ffff:10.0.0.1,backup with $NET_PASSWORD"
            })
    void aCredentialGoesToTheHostsItIsMeantFor(String host, String credential) throws Exception {
        assertThat(CredentialTable.parse("credentials.yaml", TABLE)
                        .find(host, "own")
                        .map(CredentialReference::toString)
                        .orElse(null))
                .isEqualTo(credential);
    }

    @Test
    void theEnableSecretIsBoundToo() throws Exception {
        assertThat(CredentialTable.parse("credentials.yaml", TABLE)
                        .find("sw1.lab.example.net", "")
                        .orElseThrow()
                        .enableSecret())
                .contains(new SecretReference.Environment("LAB_ENABLE"));
    }

    @Test
    void whatStandsInTheCommandIsForAllHosts() {
        CredentialTable table = CredentialTable.forAllHosts(
                new CredentialReference("backup", new SecretReference.Environment("NET_PASSWORD"), null));
        assertThat(table.find("anything.example", "")).isPresent();
        assertThat(table.find("2001:db8::1", "")).isPresent();
    }

    @Test
    void rowsOfAFormMakeATable() throws Exception {
        CredentialTable table = CredentialTable.EMPTY.with(
                List.of("10.0.0.0/8", "!10.0.0.1"),
                new CredentialReference("", new SecretReference.Stored("net-backup"), null),
                "row 1");
        assertThat(table.find("10.0.0.2", "")).isPresent();
        assertThat(table.find("10.0.0.1", "")).isEmpty();
        assertThatThrownBy(() -> CredentialTable.EMPTY.with(List.of("10.0.0.0/40"), null, "row 2"))
                .hasMessage(
                        "row 2: 'hosts' is \"10.0.0.0/40\"; allowed: *, a host name such as *.example.net, an address "
                                + "such as 10.0.*, or a network such as 10.0.0.0/8.");
    }

    @Test
    void crossesTheWire() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(CredentialTable.parse("credentials.yaml", TABLE));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((CredentialTable) in.readObject()).find("10.0.0.1", "")).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            credentials: [{hosts: '10.0.0.0/40', agent: true}]                | c.yaml, line 1: 'credentials[0].hosts' is "10.0.0.0/40"; allowed: *, a host name
            credentials: [{agent: true}]                                      | c.yaml, line 1: 'credentials[0].hosts' names no host that the credential is for; allowed:
            credentials: [{hosts: '!a', agent: true}]                         | c.yaml, line 1: 'credentials[0].hosts' names no host that the credential is for; allowed:
            credentials: [{hosts: '*'}]                                       | c.yaml, line 1: 'credentials[0]' names no credential; allowed: one of passwordEnv
            credentials: [{hosts: '*', passwordEnv: A, keyFile: b}]           | c.yaml, line 1: 'credentials[0]' names 2 credentials; allowed: one of passwordEnv
            credentials: [{host: '*', agent: true, hosts: a}]                 | c.yaml, line 1: 'credentials[0].host' is not a known field (did you mean 'hosts'?); allowed:
            credentials: [{hosts: '*', agent: false}]                         | c.yaml, line 1: 'credentials[0].agent' is "false"; allowed: true.
            """)
    void oneSentenceForEachMistake(String yaml, String sentence) {
        assertThatThrownBy(() -> CredentialTable.parse("c.yaml", yaml))
                .isInstanceOfSatisfying(
                        InventoryException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::sentence)
                                .singleElement()
                                .asString()
                                .startsWith(sentence));
    }

    @Test
    void aSecretByMistakeIsNotRepeated() {
        assertThatThrownBy(() -> CredentialTable.parse(
                        "c.yaml", "credentials: [{hosts: '*', password: 'hunter 2', passwordEnv: 'hunter 3'}]"))
                .hasMessageNotContaining("hunter");
    }
}
