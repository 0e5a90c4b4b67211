package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.session.SessionReply;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/**
 * What {@code networkShell} returns. Usable in sandboxed pipelines; immutable. Secrets that the platform's definition
 * knows are masked in it, as in the log: only the artifact has them.
 */
public final class NetworkShellResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<NetworkCommandResult> results = new ArrayList<>();
    private final boolean failed;
    private final String failure;
    private final String platform;
    private final String prompt;

    NetworkShellResult(SessionReply reply) {
        reply.commands().forEach(command -> results.add(new NetworkCommandResult(command)));
        failure = reply.failure();
        failed = failure != null || results.stream().anyMatch(NetworkCommandResult::isUnexpectedFailure);
        platform = reply.platform();
        prompt = reply.prompt();
    }

    /** One for each command that was typed, in order. */
    @Whitelisted
    public List<NetworkCommandResult> getResults() {
        return new ArrayList<>(results);
    }

    /** The output of all commands, one after the other. */
    @Whitelisted
    public String getOutput() {
        StringBuilder all = new StringBuilder();
        results.forEach(result -> all.append(result.getOutput()));
        return all.toString();
    }

    /** Whether the session failed, or a command did that was not expected to. */
    @Whitelisted
    public boolean isFailed() {
        return failed;
    }

    /** Why the session failed, one sentence; null when it did not. */
    @Whitelisted
    public String getFailure() {
        return failure;
    }

    /** The platform's name, for instance {@code huawei_vrp}; empty when the session did not come to know it. */
    @Whitelisted
    public String getPlatform() {
        return platform;
    }

    /** The device's first prompt. */
    @Whitelisted
    public String getPrompt() {
        return prompt;
    }

    @Override
    @Whitelisted
    public String toString() {
        return platform + " " + prompt + ", " + results.size() + " commands" + (failed ? ", failed" : "");
    }
}
