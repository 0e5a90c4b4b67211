package io.jenkins.plugins.networkshell.run;

import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** The result of a step that may fail without ending the build. */
public interface DeviceResult {
    /** Why it failed, in one sentence; null if it did not. */
    @Whitelisted
    String getFailure();

    /**
     * Whether a requested configuration is missing. The build always shows this, because the user may look at nothing
     * else.
     */
    default boolean isConfigurationMissing() {
        return false;
    }
}
