package io.jenkins.plugins.networkshell.backup.run;

import io.jenkins.plugins.networkshell.console.ConsoleText;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import java.io.PrintStream;
import java.time.Duration;

/**
 * The backup's output in the build log: important events, one line each, and the progress from time to time. Devices
 * without changes are not mentioned. Thread-safe.
 */
final class BackupConsole {
    private static final int MOST_LINES = 500;
    private static final int MOST_NOTICES = 20;
    private static final int STEPS = 10;
    /** Fewer devices are done before anybody needs to see progress. */
    private static final int FEW = 20;

    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final PrintStream log;
    private final String prefix;
    private final boolean quiet;
    private final int devices;
    private int done;
    private int failed;
    private int changed;
    private int lines;
    private int notices;
    private long spokeAt = System.nanoTime();

    /** @param log masks the secrets of the run */
    BackupConsole(PrintStream log, String prefix, boolean quiet, int devices) {
        this.log = log;
        this.prefix = prefix;
        this.quiet = quiet;
        this.devices = devices;
    }

    synchronized void say(String sentence) {
        log.println(prefix + ConsoleText.clean(sentence));
    }

    synchronized void finished(DeviceReport report) {
        done++;
        if (!report.ok()) {
            failed++;
            if (!report.failure().kind().equals(DeviceFailure.NOT_TRIED)) { // the reason was reported once
                line(Messages.BackupConsole_Failed(
                        report.name(), report.host(), report.failure().sentence()));
            }
        } else if (report.changed() && !report.first()) {
            changed++;
            if (!quiet) {
                line(changed(report));
            }
        }
        if (devices >= FEW && done < devices && done * STEPS / devices > (done - 1) * STEPS / devices) {
            progress();
        }
    }

    private static String changed(DeviceReport report) {
        return report.changedBy() == null
                ? Messages.BackupConsole_Changed(report.name(), report.added(), report.removed())
                : Messages.BackupConsole_ChangedBy(
                        report.name(),
                        report.added(),
                        report.removed(),
                        report.changedBy().user());
    }

    private void line(String text) {
        lines++;
        if (lines <= MOST_LINES) {
            say(text);
        } else if (lines == MOST_LINES + 1) {
            say(Messages.BackupConsole_More());
        }
    }

    synchronized void notice(String device, String sentence) {
        notices++;
        if (!quiet && notices <= MOST_NOTICES) {
            say(device + ": " + sentence);
        } else if (!quiet && notices == MOST_NOTICES + 1) {
            say(Messages.BackupConsole_MoreNotices());
        }
    }

    /** Prints the progress if nothing was printed for a while. */
    synchronized void moment() {
        if (System.nanoTime() - spokeAt >= SILENCE.toNanos()) {
            progress();
        }
    }

    private void progress() {
        spokeAt = System.nanoTime();
        if (!quiet) {
            say(Messages.BackupConsole_Progress(done, devices, changed, failed));
        }
    }
}
