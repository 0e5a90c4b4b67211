package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.run.StepSite;
import java.io.IOException;

/** What one of our steps does in a build. */
interface DeviceWork<R> {
    /**
     * @return what the step returns
     * @throws hudson.AbortException in one sentence, when it failed and is to fail then
     */
    R run(StepSite site) throws IOException, InterruptedException;
}
