package io.jenkins.plugins.networkshell.engine.backup.git;

import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveReader;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import io.jenkins.plugins.networkshell.engine.backup.archive.VersionFile;
import io.jenkins.plugins.networkshell.engine.backup.capture.Checksum;
import io.jenkins.plugins.networkshell.engine.session.ConfigurationArchive;
import io.jenkins.plugins.networkshell.engine.session.DeviceFileName;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** The commits that changed the files of one device. */
final class DeviceCommits {
    private static final String ENDING = ConfigurationArchive.SUFFIX;

    private final Repository repository;
    private final ArchiveReader archive;

    DeviceCommits(Repository repository, ArchiveReader archive) {
        this.repository = repository;
        this.archive = archive;
    }

    List<Version> versions(String device) throws IOException {
        Version known = known(device);
        List<String> names = names(device);
        List<RevCommit> commits = commits(names);
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < commits.size(); i++) {
            Instant since = time(commits.get(i));
            Instant until = i + 1 < commits.size() ? time(commits.get(i + 1)) : since;
            versions.add(new Version(
                    i + 1, since, until, known.platform(), null, files(commits.get(i), names, known, device)));
        }
        return versions;
    }

    /** Git knows only files; the archive's index has their roles. */
    private Version known(String device) throws ArchiveException {
        List<Version> versions = archive.versions(device);
        return versions.isEmpty()
                ? new Version(0, Instant.EPOCH, Instant.EPOCH, null, null, List.of())
                : versions.get(versions.size() - 1);
    }

    private List<VersionFile> files(RevCommit commit, List<String> names, Version known, String device)
            throws IOException {
        List<VersionFile> result = new ArrayList<>();
        for (String name : names) {
            byte[] content = content(commit, name);
            if (content != null) {
                VersionFile like = known.files().stream()
                        .filter(file -> file.file().equals(name))
                        .findFirst()
                        .orElseGet(() -> unknown(name, device));
                result.add(
                        new VersionFile(like.configuration(), like.form(), name, content.length, Checksum.of(content)));
            }
        }
        return result;
    }

    private static VersionFile unknown(String name, String device) {
        String stem = DeviceFileName.of(device);
        boolean primary = name.equals(stem + ENDING);
        return new VersionFile(
                primary ? "configuration" : name.substring(stem.length() + 1, name.length() - ENDING.length()),
                primary ? ConfigurationForm.PRIMARY : ConfigurationForm.FURTHER,
                name,
                0,
                "");
    }

    byte[] content(String device, Version version, String file) throws IOException {
        List<RevCommit> commits = commits(names(device));
        byte[] content = version.number() <= commits.size() ? content(commits.get(version.number() - 1), file) : null;
        if (content == null) {
            throw new FileNotFoundException(file + " is not in version " + version.number() + " of " + device);
        }
        return content;
    }

    private byte[] content(RevCommit commit, String file) throws IOException {
        try (TreeWalk tree = TreeWalk.forPath(repository, file, commit.getTree())) {
            return tree == null
                    ? null
                    : repository.open(tree.getObjectId(0), Constants.OBJ_BLOB).getBytes();
        }
    }

    private List<String> names(String device) throws ArchiveException {
        String stem = DeviceFileName.of(device);
        return archive.files().stream()
                .filter(file -> file.device().equals(stem))
                .map(file -> String.valueOf(file.path().getFileName()))
                .toList();
    }

    /** The oldest version first. */
    private List<RevCommit> commits(List<String> names) throws IOException {
        List<RevCommit> commits = new ArrayList<>();
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null || names.isEmpty()) {
            return commits;
        }
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setTreeFilter(AndTreeFilter.create(PathFilterGroup.createFromStrings(names), TreeFilter.ANY_DIFF));
            walk.markStart(walk.parseCommit(head));
            walk.forEach(commits::add);
        }
        Collections.reverse(commits);
        return commits;
    }

    private static Instant time(RevCommit commit) {
        return Instant.ofEpochSecond(commit.getCommitTime());
    }
}
