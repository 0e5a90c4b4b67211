package io.jenkins.plugins.networkshell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.jvnet.hudson.test.JenkinsRule;
import org.kohsuke.stapler.MetaClass;

/** What holds for all tests of a process, before the first of them; found by JUnit as a service. */
public final class TestProcess implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        makeTemporaryFolder();
        cachePages();
    }

    /** Each process has one of its own, so that a test sees what its Jenkins leaves there, and nobody else's. */
    private static void makeTemporaryFolder() {
        try {
            Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * As any Jenkins does. For who edits them while it runs, the harness has each view read again whenever it is shown,
     * and each style sheet and script whenever a page refers to it, which is most of what a form takes.
     */
    private static void cachePages() {
        initialize(JenkinsRule.class);
        MetaClass.NO_CACHE = false;
    }

    private static void initialize(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
