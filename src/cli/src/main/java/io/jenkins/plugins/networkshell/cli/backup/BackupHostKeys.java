package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.options.HostKeyOptions;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.openssh.KnownHostsFiles;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options for host key checking by a backup, which does not read ssh_config. */
final class BackupHostKeys {
    @Option(
            names = "--host-keys",
            paramLabel = "POLICY",
            converter = HostKeyOptions.PolicyWords.class,
            completionCandidates = HostKeyOptions.PolicyWords.class,
            description = {HostKeyOptions.POLICIES, "Default: strict. A policy in the inventory comes first."})
    private HostKeyChecking.Policy policy = HostKeyChecking.Policy.STRICT;

    @Option(names = "--known-hosts", paramLabel = "FILE", description = HostKeyOptions.FILE)
    private Path file;

    HostKeyChecking checking() {
        return HostKeyChecking.of(policy, files());
    }

    /** For {@code --try}: the same policy, but new keys are not stored. */
    HostKeyChecking storingNothing() {
        return HostKeyChecking.of(policy, files().withoutStoring());
    }

    private KnownHostsFiles files() {
        return file == null ? KnownHostsFiles.ofUserAndSystem() : KnownHostsFiles.of(file);
    }
}
