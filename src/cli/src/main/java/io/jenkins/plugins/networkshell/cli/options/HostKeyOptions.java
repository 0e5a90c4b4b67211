package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.openssh.KnownHostsFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options for host key checking. */
public final class HostKeyOptions {
    /** What the policies mean. */
    public static final String POLICIES =
            "What happens with a host key that is not known: strict (refuse), accept-new (accept and remember),"
                    + " warn (accept and say so), accept-any (no check at all). A changed key is refused by all but"
                    + " accept-any.";

    /** What the file is for. */
    public static final String FILE = "Known host keys, instead of ~/.ssh/known_hosts and /etc/ssh/ssh_known_hosts.";

    @Option(
            names = "--host-keys",
            paramLabel = "POLICY",
            converter = PolicyWords.class,
            completionCandidates = PolicyWords.class,
            description = {POLICIES, "Default: strict, or StrictHostKeyChecking of ssh_config."})
    private HostKeyChecking.Policy policy;

    @Option(names = "--known-hosts", paramLabel = "FILE", description = FILE)
    private Path knownHosts;

    /** @param otherwise for options that are not set */
    public HostKeyChecking checking(HostKeyChecking otherwise) {
        return new HostKeyChecking(
                policy == null ? otherwise.policy() : policy,
                knownHosts == null ? otherwise.stores() : List.of(KnownHostsFiles.of(knownHosts)));
    }

    /** The policies in command line style. */
    public static final class PolicyWords extends WordConverter<HostKeyChecking.Policy> {
        public PolicyWords() {
            super(HostKeyChecking.Policy.values());
        }
    }
}
