package io.jenkins.plugins.networkshell.engine.files.copy;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import java.io.IOException;

/** Counts the events of a listener, and remembers the first of several failures. */
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

    /** Copies one of several files. */
    public interface Part {
        void copy() throws IOException;
    }

    /** A file that can't be copied does not stop the others; a hostile device or a lost connection does. */
    void oneOfSeveral(String path, Part part) throws IOException {
        try {
            part.copy();
        } catch (FileTransferException e) {
            failures.add(e);
            failed(path, e);
        }
    }

    /** Like the other method, except for a single file. */
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
