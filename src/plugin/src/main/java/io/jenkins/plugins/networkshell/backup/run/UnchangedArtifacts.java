package io.jenkins.plugins.networkshell.backup.run;

import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.ArtifactManager;
import jenkins.model.StandardArtifactManager;

/**
 * Stores a configuration that is unchanged since an earlier build as a hard link to that build's file. This requires
 * Jenkins' own artifact manager, in which artifacts are files; all others store every file.
 */
final class UnchangedArtifacts {
    private static final Logger LOGGER = Logger.getLogger(UnchangedArtifacts.class.getName());
    /** How many builds are searched for the file; older ones may have been deleted anyway. */
    private static final int MOST_BUILDS = 10;

    private UnchangedArtifacts() {}

    /**
     * @param manager of the run
     * @param folder with the files
     * @param artifacts files by their names as artifacts; those that need not be stored again are removed
     */
    static void link(Run<?, ?> run, ArtifactManager manager, Path folder, Map<String, String> artifacts)
            throws IOException {
        if (!isStandard(manager)) {
            return;
        }
        Path root = run.getArtifactsDir().toPath();
        for (Iterator<Map.Entry<String, String>> all = artifacts.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, String> artifact = all.next();
            Path before = before(run, artifact.getKey());
            if (before != null && link(before, folder.resolve(artifact.getValue()), root.resolve(artifact.getKey()))) {
                all.remove();
            }
        }
    }

    /** A subclass may store them elsewhere. */
    private static boolean isStandard(ArtifactManager manager) {
        return manager.getClass() == StandardArtifactManager.class;
    }

    private static Path before(Run<?, ?> run, String artifact) {
        Run<?, ?> build = run.getPreviousBuild();
        for (int i = 0; i < MOST_BUILDS && build != null; i++) {
            if (!build.isBuilding() && isStandard(build.getArtifactManager())) {
                Path file = build.getArtifactsDir().toPath().resolve(artifact);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
            build = build.getPreviousBuild();
        }
        return null;
    }

    private static boolean link(Path before, Path now, Path artifact) {
        try {
            if (Files.mismatch(before, now) >= 0) {
                return false;
            }
            Files.createDirectories(Objects.requireNonNull(artifact.getParent()));
            Files.createLink(artifact, before);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            LOGGER.log(Level.FINE, "An unchanged artifact is stored anew.", e); // no hard links here
            return false;
        }
    }
}
