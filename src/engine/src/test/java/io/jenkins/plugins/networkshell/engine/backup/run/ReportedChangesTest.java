package io.jenkins.plugins.networkshell.engine.backup.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.change.ChangedLine;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangedSection;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportedChangesTest {
    private static final ConfigurationDifference NTP = change("ntp server 10.9.9.9");

    private static ConfigurationDifference change(String line) {
        return new ConfigurationDifference(
                List.of(new ChangedSection(List.of(), List.of(new ChangedLine(true, line, 7)))));
    }

    @Test
    void areInTheOrderOfTheInventory() {
        ReportedChanges changes = new ReportedChanges(1000);
        changes.add("b", List.of(NTP));
        changes.add("unchanged", List.of());
        changes.add("a", List.of(change("vlan 7")));
        assertThat(changes.of(List.of("a", "unchanged", "b")).keySet()).containsExactly("a", "b");
        assertThat(changes.areAll()).isTrue();
    }

    @Test
    void aChangeOfBothConfigurationsIsOne() {
        ReportedChanges changes = new ReportedChanges(1000);
        changes.add("a", List.of(NTP, NTP));
        assertThat(changes.of(List.of("a"))).containsEntry("a", NTP);
    }

    @Test
    void whatIsOverTheLimitIsLeftOutAndWhatIsKnownIsNot() {
        ReportedChanges changes = new ReportedChanges(25);
        changes.add("a", List.of(NTP));
        changes.add("b", List.of(change("a line that is too long")));
        assertThat(changes.areAll()).isFalse();
        changes.add("c", List.of(change("ntp server 10.9.9.9")));
        assertThat(changes.of(List.of("a", "b", "c"))).containsOnlyKeys("a", "c");
        assertThat(changes.of(List.of("c")).get("c").sections().get(0))
                .as("takes no room of its own")
                .isSameAs(NTP.sections().get(0));
    }
}
