package io.jenkins.plugins.networkshell.engine.backup.git;

import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveReader;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import io.jenkins.plugins.networkshell.engine.backup.archive.VersionFile;
import io.jenkins.plugins.networkshell.engine.backup.archive.VersionSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The Git repository whose work tree is the folder of an archive. Only configurations are committed; the folder {@code
 * history} is not, above all the redaction key.
 *
 * <p>Only the run that holds the archive may write. Close it before the archive.
 */
public final class GitHistory implements VersionSource, AutoCloseable {
    private static final String NAME = "Network Shell";
    private static final String MAIL = "network-shell@localhost";
    private static final List<String> LOCKS = List.of("index.lock", "HEAD.lock", "config.lock", "refs/heads/main.lock");

    private final Path folder;
    private final Git git;
    private final DeviceCommits commits;

    private GitHistory(Path folder, Git git) {
        this.folder = folder;
        this.git = git;
        this.commits = new DeviceCommits(git.getRepository(), new ArchiveReader(folder));
    }

    /**
     * @param folder of the archive; a repository is created in it if it has none
     * @param afterCrash whether the previous run was killed and may have left Git locks
     */
    public static GitHistory open(Path folder, boolean afterCrash) throws ArchiveException {
        Path repository = folder.resolve(".git");
        try {
            if (afterCrash) {
                for (String lock : LOCKS) {
                    Files.deleteIfExists(repository.resolve(lock));
                }
            }
            Git git = Files.exists(repository) ? Git.open(folder.toFile()) : created(folder);
            return new GitHistory(folder, git);
        } catch (IOException | GitAPIException | JGitInternalException e) {
            throw failed(folder, e);
        }
    }

    private static Git created(Path folder) throws IOException, GitAPIException {
        Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call();
        StoredConfig config = git.getRepository().getConfig();
        // The files are exactly what the devices printed, whatever the user's own settings.
        config.setString("core", null, "autocrlf", "false");
        config.save();
        Path info = Files.createDirectories(folder.resolve(".git").resolve("info"));
        Files.writeString(info.resolve("exclude"), "/*\n!/*.cfg\n");
        Files.writeString(info.resolve("attributes"), "* -text\n");
        return git;
    }

    /**
     * One commit with all configurations that changed since the one before.
     *
     * @param devices that changed in this run
     * @return the commit's name; empty if nothing changed
     */
    public Optional<String> commit(List<CommittedDevice> devices, Instant time) throws ArchiveException {
        try {
            git.add().addFilepattern(".").call();
            git.add().setUpdate(true).addFilepattern(".").call();
            if (!git.status().call().hasUncommittedChanges()) {
                return Optional.empty();
            }
            PersonIdent tool = new PersonIdent(NAME, MAIL, time, ZoneOffset.UTC);
            PersonIdent author = CommitMessage.author(devices)
                    .map(user -> new PersonIdent(user, MAIL, time, ZoneOffset.UTC))
                    .orElse(tool);
            RevCommit commit = git.commit()
                    .setMessage(CommitMessage.of(devices))
                    .setAuthor(author)
                    .setCommitter(tool)
                    .setSign(false)
                    .setNoVerify(true)
                    .call();
            return Optional.of(commit.getName());
        } catch (GitAPIException | JGitInternalException e) {
            throw failed(folder, e);
        }
    }

    @Override
    public List<Version> versions(String device) throws ArchiveException {
        try {
            return commits.versions(device);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    @Override
    public String text(String device, Version version, VersionFile file) throws ArchiveException {
        try {
            return new String(commits.content(device, version, file.file()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static ArchiveException failed(Path folder, Exception e) {
        return new ArchiveException(
                "The Git repository in " + folder + " cannot be used: " + e.getMessage() + ".",
                "The configurations beside it are as they were stored.",
                e);
    }

    @Override
    public void close() {
        git.close();
    }
}
