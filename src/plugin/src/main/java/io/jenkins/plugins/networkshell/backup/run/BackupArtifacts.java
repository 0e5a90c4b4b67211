package io.jenkins.plugins.networkshell.backup.run;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.networkshell.console.ValueMask;
import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.capture.Redaction;
import io.jenkins.plugins.networkshell.engine.backup.capture.RedactionKey;
import io.jenkins.plugins.networkshell.engine.backup.report.HtmlReport;
import io.jenkins.plugins.networkshell.engine.backup.report.JUnitXml;
import io.jenkins.plugins.networkshell.engine.backup.report.ReportJson;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.ArtifactManager;
import jenkins.model.Jenkins;
import jenkins.util.BuildListenerAdapter;

/**
 * The artifacts of a backup: configurations and reports. They are assembled in a folder that only Jenkins' own account
 * can read; closing deletes it. Thread-safe.
 */
final class BackupArtifacts implements AutoCloseable {
    static final String JUNIT = "report.xml";
    private static final String JSON = "report.json";

    private final Path folder;
    private final RedactionKey key;
    private final ValueMask mask;
    private final boolean redacted;

    private BackupArtifacts(Path folder, RedactionKey key, ValueMask mask, boolean redacted) {
        this.folder = folder;
        this.key = key;
        this.mask = mask;
        this.redacted = redacted;
    }

    /**
     * @param wanted whether to create artifacts at all
     * @param redacted whether configurations have placeholders for secrets
     */
    static BackupArtifacts create(boolean wanted, RedactionKey key, ValueMask mask, boolean redacted)
            throws IOException {
        return new BackupArtifacts(wanted ? Files.createTempDirectory("network-backup") : null, key, mask, redacted);
    }

    void add(Capture capture) throws IOException {
        if (folder == null) {
            return;
        }
        for (CapturedConfiguration configuration : capture.configurations()) {
            write(configuration.file(capture.device()), redacted ? redacted(configuration) : configuration.text());
        }
    }

    private String redacted(CapturedConfiguration configuration) {
        String text = new Redaction(configuration.rules(), key).text(configuration.text());
        return text.lines().map(mask::mask).collect(Collectors.joining("\n", "", "\n"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /**
     * @param into the folder among the artifacts; if another step of the build already uses it, a number is appended
     * @return the folder that was used; null if no artifacts are wanted
     */
    String archive(Run<?, ?> run, TaskListener listener, String into, RunReport report)
            throws IOException, InterruptedException {
        if (folder == null) {
            return null;
        }
        write(JSON, ReportJson.of(report));
        write("report.html", HtmlReport.of(report));
        write(JUNIT, JUnitXml.of(report));
        synchronized (run) { // parallel branches look for a folder, too
            ArtifactManager manager = run.pickArtifactManager();
            String target = into;
            for (int number = 2; manager.root().child(target + "/" + JSON).exists(); number++) {
                target = into + "-" + number;
            }
            Map<String, String> artifacts = new TreeMap<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    artifacts.put(target + "/" + file.getFileName(), String.valueOf(file.getFileName()));
                }
            }
            UnchangedArtifacts.link(run, manager, folder, artifacts);
            manager.archive(
                    new FilePath(folder.toFile()),
                    Jenkins.get().createLauncher(listener),
                    BuildListenerAdapter.wrap(listener),
                    artifacts);
            return target;
        }
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
