package io.jenkins.plugins.networkshell.run;

import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What a step returns where it may fail without ending the build. */
public interface DeviceResult {
    /** Why it failed, in one sentence; null when it did not. */
    @Whitelisted
    String getFailure();
}
