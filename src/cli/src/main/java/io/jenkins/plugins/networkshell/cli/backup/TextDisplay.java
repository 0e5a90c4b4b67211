package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.run.BackupResult;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * For people: on a terminal, a bar and the failures, otherwise a line per device; then the changes and a summary.
 * Thread-safe.
 */
final class TextDisplay implements BackupDisplay {
    private static final int SHOWN_DEVICES = 5;
    private static final int MOST_LINES = 200;

    private final PrintWriter out;
    private final Messages messages;
    private final ProgressBar bar;
    private final Set<String> running = new LinkedHashSet<>();

    /** @param bar null without a terminal */
    TextDisplay(PrintWriter out, Messages messages, ProgressBar bar) {
        this.out = out;
        this.messages = messages;
        this.bar = bar;
    }

    @Override
    public synchronized void on(FleetEvent event) {
        if (event instanceof FleetEvent.RunStarted started && bar != null) {
            bar.start(started.devices());
        } else if (event instanceof FleetEvent.DeviceStarted started) {
            running.add(started.device().name());
        } else if (event instanceof FleetEvent.DeviceSucceeded ended) {
            running.remove(ended.device().name());
        } else if (event instanceof FleetEvent.DeviceFailed ended) {
            running.remove(ended.device().name());
        } else if (event instanceof FleetEvent.DeviceRetrying retrying) {
            running.remove(retrying.device().name());
            warn(retrying.device().name() + ": " + retrying.failure().sentence() + " Next attempt in "
                    + Durations.text(retrying.delay()) + ".");
        } else if (event instanceof FleetEvent.CredentialSuspended suspended) {
            warn("The login of " + suspended.credential() + " was rejected too often (" + suspended.scope()
                    + "); it is not tried any more, before accounts are locked. Devices not tried: "
                    + suspended.notTried() + ".");
        } else if (event instanceof FleetEvent.Stopping stopping) {
            warn(stopping.why() + " Stopping.");
        }
        if (bar != null) {
            bar.show(running);
        }
    }

    @Override
    public synchronized void finished(DeviceReport report, List<ConfigurationDifference> changes) {
        if (bar == null) {
            out.println(DeviceLine.of(report));
            out.flush();
            return;
        }
        bar.finished(report.ok());
        if (!report.ok()) {
            bar.clear();
            messages.error(DeviceLine.of(report));
        }
    }

    @Override
    public synchronized void notice(Device device, String sentence) {
        warn(device.name() + ": " + sentence);
    }

    private void warn(String sentence) {
        if (bar != null) {
            bar.clear();
        }
        messages.warning(sentence);
    }

    @Override
    public synchronized void finished(BackupResult result) {
        if (bar != null) {
            bar.clear();
        }
        int lines = 0;
        for (ChangeGroup group : result.report().changes()) {
            if (lines > MOST_LINES) {
                out.println("More changes are in the report.");
                break;
            }
            lines += group.change().lines().size();
            show(group);
        }
        result.committed().ifPresent(commit -> out.println("Committed " + commit.substring(0, 10) + "."));
        out.println(
                result.report().summary() + " " + Durations.text(result.report().elapsed()) + ".");
        out.flush();
    }

    private void show(ChangeGroup group) {
        List<String> names = group.devices();
        String more = names.size() > SHOWN_DEVICES ? " and " + (names.size() - SHOWN_DEVICES) + " more" : "";
        out.println();
        out.println("Changed on " + String.join(", ", names.subList(0, Math.min(SHOWN_DEVICES, names.size()))) + more
                + ":");
        out.print(Printed.text(new ConfigurationDifference(List.of(group.change()))));
        out.println();
    }
}
