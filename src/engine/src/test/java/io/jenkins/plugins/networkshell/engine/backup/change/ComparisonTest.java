package io.jenkins.plugins.networkshell.engine.backup.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String BEFORE = """
            hostname a
            ntp server 10.0.0.1
            interface Eth1
             description old
             ip address 10.1.1.1
            interface Eth2
             shutdown
            end
            """;

    @Test
    void linesHaveTheirSections() {
        String now = BEFORE.replace("description old", "description new").replace(" shutdown\n", "");
        assertThat(ordered(BEFORE, now).sections())
                .containsExactly(
                        new ChangedSection(
                                List.of("interface Eth1"),
                                List.of(
                                        new ChangedLine(false, " description old", 4),
                                        new ChangedLine(true, " description new", 4))),
                        new ChangedSection(List.of("interface Eth2"), List.of(new ChangedLine(false, " shutdown", 7))));
    }

    @Test
    void aSectionThatCameIsOneChange() {
        String now = BEFORE.replace("end\n", "interface Eth3\n vlan 3\nend\n");
        assertThat(ordered(BEFORE, now).text()).isEqualTo("+ interface Eth3\n+  vlan 3\n");
        assertThat(ordered(now, BEFORE).text()).isEqualTo("- interface Eth3\n-  vlan 3\n");
    }

    @Test
    void whereOrderCountsAMovedLineIsAChange() {
        String now = "ntp server 10.0.0.1\n" + BEFORE.replace("ntp server 10.0.0.1\n", "");
        assertThat(ordered(BEFORE, now).added()).isEqualTo(1);
        assertThat(ordered(BEFORE, now).removed()).isEqualTo(1);
        assertThat(unordered(BEFORE, now).isEmpty()).isTrue();
    }

    @Test
    void withoutOrderChangesWithinASectionThatMovedAreFound() {
        String now = """
                interface Eth2
                 no shutdown
                end
                interface Eth1
                 description old
                 ip address 10.1.1.1
                ntp server 10.0.0.2
                hostname a
                """;
        assertThat(unordered(BEFORE, now).text()).isEqualTo("""
                          interface Eth2
                        -  shutdown
                        +  no shutdown
                        - ntp server 10.0.0.1
                        + ntp server 10.0.0.2
                        """);
    }

    @Test
    void withoutOrderTheSameLineTwiceIsNotTheSameLineOnce() {
        assertThat(unordered("a\nb\na\n", "b\na\n").text()).isEqualTo("- a\n");
    }

    @Property(tries = 100)
    void anyOrderOfSectionsIsTheSame(@ForAll Random random) {
        List<String> sections = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sections.add("section " + i % 7 + "\n line " + i + "\n line\n");
        }
        String before = String.join("", sections);
        Collections.shuffle(sections, random);
        assertThat(unordered(before, String.join("", sections)).isEmpty()).isTrue();
    }

    @Test
    void theSameChangeOnManyDevicesIsOne() {
        Map<String, ConfigurationDifference> differences = new LinkedHashMap<>();
        differences.put("c", ordered(BEFORE, BEFORE.replace("Eth2\n shutdown", "Eth2")));
        for (String device : List.of("a", "b")) {
            differences.put(
                    device,
                    ordered(
                            "x" + device + "\n" + BEFORE,
                            "x" + device + "\n"
                                    + BEFORE.replace("10.0.0.1", "10.0.0.9").replace("Eth2\n shutdown", "Eth2")));
        }
        assertThat(ChangeGroup.of(differences))
                .extracting(ChangeGroup::devices)
                .containsExactly(List.of("c", "a", "b"), List.of("a", "b"));
    }

    @Test
    void eachLineKnowsWhoBroughtIt() {
        Blame<String> blame = new Blame<>();
        blame.next("one", List.of("a", "b", "c"));
        blame.next("two", List.of("a", "x", "c"));
        blame.next("three", List.of("y", "a", "c", "b"));
        assertThat(blame.lines())
                .containsExactly(
                        new Blame.Line<>("y", "three"),
                        new Blame.Line<>("a", "one"),
                        new Blame.Line<>("c", "one"),
                        new Blame.Line<>("b", "three"));
    }

    private static ConfigurationDifference ordered(String before, String now) {
        return new Comparison(true).between(before.lines().toList(), now.lines().toList());
    }

    private static ConfigurationDifference unordered(String before, String now) {
        return new Comparison(false)
                .between(before.lines().toList(), now.lines().toList());
    }
}
