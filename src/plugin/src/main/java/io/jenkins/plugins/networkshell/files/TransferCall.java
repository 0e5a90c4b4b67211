package io.jenkins.plugins.networkshell.files;

import io.jenkins.plugins.networkshell.connection.Connector;
import io.jenkins.plugins.networkshell.connection.DeviceCall;
import io.jenkins.plugins.networkshell.connection.Lease;
import io.jenkins.plugins.networkshell.console.ConsoleText;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import io.jenkins.plugins.networkshell.engine.files.access.FileAccess;
import io.jenkins.plugins.networkshell.engine.files.copy.LocalGlob;
import io.jenkins.plugins.networkshell.engine.text.ByteCount;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Copies files between a device and this machine. */
public final class TransferCall extends DeviceCall<TransferReply> {
    private static final long serialVersionUID = 1L;

    private final TransferPlan plan;
    /** Whether there was a connection for the copy. */
    private transient boolean started;

    /** @param log receives the lines, on the controller */
    public TransferCall(TransferPlan plan, OutputStream log) {
        super(plan, log);
        this.plan = plan;
    }

    @Override
    protected TransferReply perform(Connector connector, SessionConsole console) throws IOException {
        long start = System.nanoTime();
        TransferConsole progress = new TransferConsole(console, System::nanoTime);
        TransferSummary done = null;
        String failure = null;
        try {
            done = copy(connector, progress);
        } catch (CancelledException e) {
            throw e;
        } catch (NetworkShellException e) {
            failure = ConsoleText.clean(plan.mask().mask(e.describe()));
        } catch (InvalidPathException e) {
            failure = ConsoleText.clean(Messages.TransferCall_NoPath(e.getInput(), e.getReason()));
        }
        if (done == null) {
            done = progress.soFar();
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (started) {
            console.say(Messages.TransferCall_End(
                    done.files(), ByteCount.text(done.bytes()), done.skipped(), Math.round(millis / 100.0) / 10.0));
        }
        return new TransferReply(done.files(), done.skipped(), done.bytes(), millis, failure);
    }

    private TransferSummary copy(Connector connector, TransferListener progress) throws IOException {
        Path workspace = Path.of(plan.workspace());
        List<Path> local = plan.direction() == TransferPlan.Direction.PUT ? sources(workspace, connector) : List.of();
        try (Lease lease = connector.connect();
                FileAccess files = connector.whenChannelOpens(
                        () -> lease.open(connection -> FileAccess.open(connection, plan.protocol())))) {
            started = true;
            return switch (plan.direction()) {
                case GET -> files.get(plan.from(), destination(workspace), plan.options(), progress);
                case PUT -> files.put(local, plan.to(), plan.options(), progress);
            };
        }
    }

    /** Checked before connecting, because a missing local file is not the device's fault. */
    private List<Path> sources(Path workspace, Connector connector) throws NetworkShellException {
        List<Path> all = new ArrayList<>();
        for (String path : plan.from()) {
            List<Path> found = LocalGlob.find(workspace, path);
            if (found.isEmpty() || !Files.exists(found.get(0))) {
                throw new WorkspaceException(connector.target().host(), Messages.TransferCall_NoFile(path));
            }
            all.addAll(found);
        }
        return all;
    }

    /** A trailing slash, or no name, means a folder. */
    private Path destination(Path workspace) throws NetworkShellException {
        Path destination = workspace.resolve(plan.to());
        boolean folder =
                plan.to().isEmpty() || plan.to().endsWith("/") || plan.to().endsWith("\\");
        try {
            Files.createDirectories(
                    folder ? destination : destination.toAbsolutePath().resolveSibling(""));
        } catch (FileAlreadyExistsException e) {
            throw noFolder(Messages.TransferCall_InTheWay(e.getFile()));
        } catch (FileSystemException e) {
            throw noFolder(Messages.TransferCall_NoFolder(e.getFile(), e.getReason()));
        } catch (IOException e) {
            throw noFolder(Messages.TransferCall_NoFolder(destination, e.getMessage()));
        }
        return destination;
    }

    private WorkspaceException noFolder(String sentence) {
        return new WorkspaceException(plan.connection().target().host(), sentence);
    }
}
