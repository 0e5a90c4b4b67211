package io.jenkins.plugins.networkshell.run;

import java.io.IOException;

/** What one of our steps does in a build. */
public interface DeviceWork<R> {
    /**
     * @return what the step returns
     * @throws hudson.AbortException in one sentence, when it failed and is to fail then
     */
    R run(StepSite site) throws IOException, InterruptedException;
}
