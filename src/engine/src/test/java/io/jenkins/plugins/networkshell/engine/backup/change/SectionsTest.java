package io.jenkins.plugins.networkshell.engine.backup.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SectionsTest {
    @Test
    void byIndentation() {
        assertThat(paths("""
                hostname a
                !
                router bgp 65000
                 address-family ipv4
                  neighbor 10.0.0.1 activate
                 exit-address-family
                !
                 bgp router-id 1.1.1.1
                interface Eth1
                \tip address 10.0.0.2
                end
                """))
                .containsExactly(
                        "hostname a: []",
                        "!: []",
                        "router bgp 65000: []",
                        "address-family ipv4: [router bgp 65000]",
                        "neighbor 10.0.0.1 activate: [router bgp 65000, address-family ipv4]",
                        "exit-address-family: [router bgp 65000]",
                        "!: []",
                        "bgp router-id 1.1.1.1: []",
                        "interface Eth1: []",
                        "ip address 10.0.0.2: [interface Eth1]",
                        "end: []");
    }

    @Test
    void byBracesHoweverLinesAreIndented() {
        assertThat(paths("""
                system {
                    services {
                ssh;
                    }
                } ## end
                when x {
                  a
                } else {
                  b
                }
                interfaces { }
                top;
                """))
                .containsExactly(
                        "system {: []",
                        "services {: [system {]",
                        "ssh;: [system {, services {]",
                        "}: [system {, services {]",
                        "} ## end: [system {]",
                        "when x {: []",
                        "a: [when x {]",
                        "} else {: [when x {]",
                        "b: [when x {, } else {]",
                        "}: [when x {, } else {]",
                        "interfaces { }: []",
                        "top;: []");
    }

    @Test
    void aBraceWithoutCounterpartIsJustACharacter() {
        assertThat(paths("interface 1\n description {\nvlan 1\n}\nvlan 2\n}\n"))
                .containsExactly(
                        "interface 1: []",
                        "description {: [interface 1]",
                        "vlan 1: []",
                        "}: []",
                        "vlan 2: []",
                        "}: []");
    }

    @Test
    void byPathsAlone() {
        assertThat(
                        paths(
                                "# made by RouterOS\n/ip address\nadd address=1\nadd address=2\n/system identity\nset name=x\n"))
                .containsExactly(
                        "# made by RouterOS: []",
                        "/ip address: []",
                        "add address=1: [/ip address]",
                        "add address=2: [/ip address]",
                        "/system identity: []",
                        "set name=x: [/system identity]");
    }

    @Test
    void bySectionsInBrackets() {
        assertThat(paths("[Network]\nDHCP=yes\n\n[Link]\nMTU=9000\n"))
                .containsExactly(
                        "[Network]: []",
                        "DHCP=yes: [[Network]]",
                        ": [[Network], DHCP=yes]",
                        "[Link]: []",
                        "MTU=9000: [[Link]]");
    }

    /** AR routers print their version in brackets before the configuration. */
    @Test
    void bracketsAloneAreNotASection() {
        assertThat(paths("[V200R009C00SPC500]\n#\nsysname a\n"))
                .containsExactly("[V200R009C00SPC500]: []", "#: []", "sysname a: []");
    }

    private static List<String> paths(String text) {
        List<String> lines = text.lines().toList();
        Sections sections = Sections.of(lines);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).strip() + ": " + sections.path(i))
                .collect(Collectors.toList());
    }
}
