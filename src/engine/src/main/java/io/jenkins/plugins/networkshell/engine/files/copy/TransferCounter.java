package io.jenkins.plugins.networkshell.engine.files.copy;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import java.io.IOException;

/** Counts what a listener hears, and remembers the first failure of several. */
public final class TransferCounter implements TransferListener {
    private final TransferListener listener;
    private long files;
    private long skipped;
    private long bytes;
    private long before;
    private long done;
    private final FirstFailure failures = new FirstFailure();

    public TransferCounter(TransferListener listener) {
        this.listener = listener;
    }

    @Override
    public void started(String file, long size, long alreadyDone) {
        before = alreadyDone;
        done = alreadyDone;
        listener.started(file, size, alreadyDone);
    }

    @Override
    public void progress(long nowDone) {
        done = nowDone;
        listener.progress(nowDone);
    }

    @Override
    public void finished(String file, long size) {
        files++;
        bytes += done - before;
        listener.finished(file, size);
    }

    @Override
    public void skipped(String file, String why) {
        skipped++;
        listener.skipped(file, why);
    }

    @Override
    public void upToDate(String file) {
        skipped++;
        listener.upToDate(file);
    }

    @Override
    public void notice(String sentence) {
        listener.notice(sentence);
    }

    @Override
    public void failed(String file, NetworkShellException error) {
        listener.failed(file, error);
    }

    /** The copying of one of several. */
    public interface Part {
        void copy() throws IOException;
    }

    /** One that can't be copied keeps no other from being copied; a hostile device or a lost connection does. */
    void oneOfSeveral(String path, Part part) throws IOException {
        try {
            part.copy();
        } catch (FileTransferException e) {
            failures.add(e);
            failed(path, e);
        }
    }

    /** The same, unless it is the only one. */
    public void one(boolean ofSeveral, String path, Part part) throws IOException {
        if (ofSeveral) {
            oneOfSeveral(path, part);
        } else {
            part.copy();
        }
    }

    /** @throws NetworkShellException the first failure, when there was one */
    public TransferSummary summary() throws NetworkShellException {
        failures.throwIfAny("copied");
        return new TransferSummary(files, skipped, bytes);
    }
}
