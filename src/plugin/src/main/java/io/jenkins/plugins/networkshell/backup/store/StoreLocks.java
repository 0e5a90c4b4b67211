package io.jenkins.plugins.networkshell.backup.store;

import hudson.Extension;
import hudson.ExtensionList;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Two builds of a job may end at the same time; their changes to a file are serialised. */
@Extension
public final class StoreLocks {
    /** Folders share locks: far more locks than jobs that end at once, and few enough to keep in memory. */
    private static final int LOCKS = 64;

    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    static ReentrantLock of(Path folder) {
        List<ReentrantLock> locks = ExtensionList.lookupSingleton(StoreLocks.class).locks;
        return locks.get(Math.floorMod(folder.hashCode(), LOCKS));
    }
}
