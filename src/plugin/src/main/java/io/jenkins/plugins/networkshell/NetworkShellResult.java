package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.run.DeviceResult;
import io.jenkins.plugins.networkshell.session.SessionReply;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/**
 * The result of {@code networkShell}. Usable in sandboxed pipelines; immutable. Secrets that the platform's definition
 * describes are masked in it, as in the log: only the artifact contains them.
 */
public final class NetworkShellResult implements DeviceResult, Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<NetworkCommandResult> results = new ArrayList<>();
    private final boolean failed;
    private final String failure;
    private final boolean configurationMissing;
    private final String platform;
    private final String prompt;
    private final LinkedHashMap<String, String> algorithms = new LinkedHashMap<>();

    /**
     * @param missing why there is no configuration for the artifact that the step names, in one sentence; null if there
     *     is one
     */
    NetworkShellResult(SessionReply reply, String missing) {
        reply.commands().forEach(command -> results.add(new NetworkCommandResult(command)));
        failure = Stream.of(reply.failure(), refusal(), missing)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        configurationMissing = missing != null || reply.configurationMissing();
        failed = failure != null;
        platform = reply.platform();
        prompt = reply.prompt();
        if (reply.connection() != null) {
            algorithms.putAll(reply.connection().algorithms().byPurpose());
        }
    }

    /** The first command that failed unexpectedly; null if there is none. */
    private String refusal() {
        return results.stream()
                .filter(NetworkCommandResult::isUnexpectedFailure)
                .findFirst()
                .map(result -> Messages.NetworkShellResult_Refused(result.getCommand(), result.getFailure()))
                .orElse(null);
    }

    /** One entry for each command that was typed, in order. */
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

    /** Whether the session failed, or a command failed unexpectedly. */
    @Whitelisted
    public boolean isFailed() {
        return failed;
    }

    /** Why the session, or the first unexpectedly failed command, failed, in one sentence; null if none did. */
    @Override
    @Whitelisted
    public String getFailure() {
        return failure;
    }

    @Override
    public boolean isConfigurationMissing() {
        return configurationMissing;
    }

    /** The platform's name, for instance {@code huawei_vrp}; empty if the session did not determine it. */
    @Whitelisted
    public String getPlatform() {
        return platform;
    }

    /** The device's first prompt. */
    @Whitelisted
    public String getPrompt() {
        return prompt;
    }

    /**
     * The negotiated algorithms of the connection: {@code keyExchange}, {@code hostKey}, {@code cipher}, {@code mac}
     * (missing if the cipher authenticates itself) and {@code compression}; empty if there was no connection.
     */
    @Whitelisted
    public Map<String, String> getAlgorithms() {
        return new LinkedHashMap<>(algorithms);
    }

    @Override
    @Whitelisted
    public String toString() {
        return platform + " " + prompt + ", " + results.size() + " commands" + (failed ? ", failed" : "");
    }
}
