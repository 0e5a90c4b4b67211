package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.BackupArchive;
import io.jenkins.plugins.networkshell.engine.backup.report.HtmlReport;
import io.jenkins.plugins.networkshell.engine.backup.report.JUnitXml;
import io.jenkins.plugins.networkshell.engine.backup.report.PrometheusText;
import io.jenkins.plugins.networkshell.engine.backup.report.ReportJson;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;

/** The report of a run in the archive, in all its forms. */
public final class ReportFiles {
    private ReportFiles() {}

    public static void write(BackupArchive archive, RunReport report) throws ArchiveException {
        archive.report(report.startedAt(), ReportJson.of(report));
        archive.report("report.html", HtmlReport.of(report));
        archive.report("report.xml", JUnitXml.of(report));
        archive.report("report.prom", PrometheusText.of(report));
    }
}
