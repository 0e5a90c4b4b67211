package io.jenkins.plugins.networkshell.backup.inventory;

import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.networkshell.engine.backup.inventory.FolderFiles;
import io.jenkins.plugins.networkshell.engine.backup.inventory.InventoryFiles;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.MasterToSlaveFileCallable;

/**
 * Files in a folder of a workspace, on any machine. Whoever can write to the workspace can't read other files of the
 * machine: neither links nor {@code ..} lead out of the folder.
 */
final class WorkspaceFiles implements InventoryFiles {
    private final FilePath folder;

    WorkspaceFiles(FilePath folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> read(String path) throws IOException {
        return Optional.ofNullable(act(new Read(path)));
    }

    @Override
    public List<String> list(String path) throws IOException {
        return act(new Names(path));
    }

    private <T> T act(MasterToSlaveFileCallable<T> callable) throws IOException {
        try {
            return folder.act(callable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("the build was stopped");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private static final class Read extends MasterToSlaveFileCallable<String> {
        private static final long serialVersionUID = 1L;

        private final String path;

        Read(String path) {
            this.path = path;
        }

        @Override
        public String invoke(File folder, VirtualChannel channel) throws IOException {
            return FolderFiles.within(folder.toPath()).read(path).orElse(null);
        }
    }

    private static final class Names extends MasterToSlaveFileCallable<List<String>> {
        private static final long serialVersionUID = 1L;

        private final String path;

        Names(String path) {
            this.path = path;
        }

        @Override
        public List<String> invoke(File folder, VirtualChannel channel) throws IOException {
            return new ArrayList<>(FolderFiles.within(folder.toPath()).list(path));
        }
    }
}
