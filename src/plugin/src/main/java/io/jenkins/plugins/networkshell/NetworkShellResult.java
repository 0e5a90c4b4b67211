package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.run.DeviceResult;
import io.jenkins.plugins.networkshell.session.SessionReply;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/**
 * What {@code networkShell} returns. Usable in sandboxed pipelines; immutable. Secrets that the platform's definition
 * knows are masked in it, as in the log: only the artifact has them.
 */
public final class NetworkShellResult implements DeviceResult, Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<NetworkCommandResult> results = new ArrayList<>();
    private final boolean failed;
    private final String failure;
    private final String platform;
    private final String prompt;

    /** @param missing what else went wrong, in one sentence; null for nothing */
    NetworkShellResult(SessionReply reply, String missing) {
        reply.commands().forEach(command -> results.add(new NetworkCommandResult(command)));
        failure = Stream.of(reply.failure(), refusal(), missing)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        failed = failure != null;
        platform = reply.platform();
        prompt = reply.prompt();
    }

    /** Of the first command that was not expected to fail; null where there is none. */
    private String refusal() {
        return results.stream()
                .filter(NetworkCommandResult::isUnexpectedFailure)
                .findFirst()
                .map(result -> Messages.NetworkShellResult_Refused(result.getCommand(), result.getFailure()))
                .orElse(null);
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

    /** Why the session, or the first command that was not expected to, failed, one sentence; null when none did. */
    @Override
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
