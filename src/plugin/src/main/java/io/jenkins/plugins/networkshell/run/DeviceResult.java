package io.jenkins.plugins.networkshell.run;

import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What a step returns where it may fail without ending the build. */
public interface DeviceResult {
    /** Why it failed, in one sentence; null when it did not. */
    @Whitelisted
    String getFailure();

    /**
     * Whether a configuration that was to be kept is not. The build shows that in any case: whoever needs the
     * configuration may look at nothing else.
     */
    default boolean isConfigurationMissing() {
        return false;
    }
}
