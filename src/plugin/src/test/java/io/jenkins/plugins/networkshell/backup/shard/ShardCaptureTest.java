package io.jenkins.plugins.networkshell.backup.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFacts;
import io.jenkins.plugins.networkshell.engine.backup.Evidence;
import io.jenkins.plugins.networkshell.engine.backup.Proof;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A capture on its way from an agent, which may send anything. */
class ShardCaptureTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Platform HUAWEI = CATALOG.find("huawei_vrp").orElseThrow();

    private static Evidence evidence(String platform) {
        return new Evidence(
                Instant.EPOCH,
                "10.0.0.1",
                22,
                platform,
                new DeviceFacts(null, null, null, null),
                null,
                null,
                Map.of(),
                UnsavedChanges.UNKNOWN,
                "1");
    }

    private static CapturedText text(String name, ConfigurationForm form) {
        return new CapturedText(name, form, "text", new Proof.EndMark("return"), null);
    }

    @Test
    void theRulesAreThoseOfTheController() {
        var rules = HUAWEI.configurations().get(0);
        Capture capture = new Capture(
                "a",
                evidence("huawei_vrp"),
                List.of(new CapturedConfiguration(
                        rules, ConfigurationForm.PRIMARY, "s3cret line\n", new Proof.EndMark("return"), null)));
        ShardCapture sent = ShardCapture.of(capture);
        Capture again = sent.capture("a", CATALOG).orElseThrow();
        assertThat(again.evidence()).isEqualTo(capture.evidence());
        assertThat(again.primary().text()).isEqualTo("s3cret line\n");
        assertThat(again.primary().rules().secrets())
                .hasSameSizeAs(rules.secrets())
                .isNotEmpty();
        assertThat(sent.toString()).doesNotContain("s3cret");
    }

    @Test
    void whatFitsNoPlatformIsRefused() {
        String name = HUAWEI.configurations().get(0).name();
        CapturedText primary = text(name, ConfigurationForm.PRIMARY);
        assertThat(new ShardCapture(evidence("nobody's"), List.of(primary)).capture("a", CATALOG))
                .isEmpty();
        assertThat(new ShardCapture(evidence("huawei_vrp"), List.of(text("../../x", ConfigurationForm.PRIMARY)))
                        .capture("a", CATALOG))
                .isEmpty();
        assertThat(new ShardCapture(evidence("huawei_vrp"), List.of(primary, primary)).capture("a", CATALOG))
                .isEmpty();
        assertThat(new ShardCapture(evidence("huawei_vrp"), List.of(text(name, ConfigurationForm.FURTHER)))
                        .capture("a", CATALOG))
                .isEmpty();
        assertThat(new ShardCapture(evidence("huawei_vrp"), List.of()).capture("a", CATALOG))
                .isEmpty();
    }
}
