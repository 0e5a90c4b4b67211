package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.options.FileProblem;
import io.jenkins.plugins.networkshell.cli.options.OutputFormat;
import io.jenkins.plugins.networkshell.cli.options.SshLogFile;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.Incomplete;
import io.jenkins.plugins.networkshell.engine.record.Recorder;
import io.jenkins.plugins.networkshell.engine.session.CaptureFiles;
import io.jenkins.plugins.networkshell.engine.session.ConfigurationArchive;
import io.jenkins.plugins.networkshell.engine.session.SessionRecording;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options for the output of a session. */
final class OutputSettings {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = OutputFormat.Words.class,
            completionCandidates = OutputFormat.Words.class,
            description = "text: the outputs as they arrive. json: one document at the end. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description =
                    "Keep what a configuration command printed in DIR/<name>.cfg, if it is complete; an older file"
                            + " is replaced in one step, or stays as it is.")
    private Path archive;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the device in the archive. Default: the host.")
    private String name;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Record the session as an asciicast (version 2), secrets masked: asciinema play FILE.")
    private Path recording;

    @Option(
            names = "--record-scene",
            paramLabel = "FILE",
            description = "Keep the session as a scene for 'simulate --scene FILE', secrets replaced, bytes kept.")
    private Path scene;

    @Option(names = SshLogFile.OPTION, paramLabel = "FILE", description = SshLogFile.DESCRIPTION)
    private Path sshLog;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only warnings and errors on standard error.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Print more messages, and the stack trace of errors.")
    private boolean verbose;

    SshLog sshLog(Incomplete incomplete) {
        return SshLogFile.open(sshLog, incomplete);
    }

    /** @return null if no recording is requested */
    Recorder recorder(Target target, ShellOptions options, Incomplete incomplete) {
        try {
            if (recording == null) {
                return null;
            }
            PrivateFile.create(recording);
            Recorder recorder =
                    SessionRecording.start(Files.newBufferedWriter(recording, StandardCharsets.UTF_8), target, options);
            incomplete.watch("--record", recording, recorder::failure);
            return recorder;
        } catch (IOException e) {
            throw FileProblem.unwritable("--record", recording, e);
        }
    }

    /** @return null if no scene is requested */
    SceneFile scene(Target target, ShellOptions options) {
        return scene == null ? null : SceneFile.create(scene, target, options);
    }

    /** The device's name in the archive and in messages. */
    String name(Target target) {
        return archive == null || name == null ? target.host() : name;
    }

    boolean archives() {
        return archive != null;
    }

    CaptureFiles captures(Target target) {
        if (archive == null) {
            return CaptureFiles.NONE;
        }
        try {
            Files.createDirectories(archive);
            return CaptureFiles.of(new ConfigurationArchive(archive), name(target));
        } catch (IOException e) {
            throw FileProblem.unwritable("--archive", archive, e);
        }
    }

    ResultOutput results(Environment environment, Target target) {
        return format == OutputFormat.JSON
                ? new JsonOutput(environment.out(), target)
                : new TextOutput(environment.out(), environment.cancellation()::cancel);
    }

    Progress.Volume volume() {
        if (verbose) {
            return Progress.Volume.VERBOSE;
        }
        return quiet ? Progress.Volume.QUIET : Progress.Volume.NORMAL;
    }
}
