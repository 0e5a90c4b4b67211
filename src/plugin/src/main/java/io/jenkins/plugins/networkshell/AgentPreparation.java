package io.jenkins.plugins.networkshell;

import com.google.re2j.Pattern;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.session.SessionCall;
import java.io.IOException;
import jenkins.bouncycastle.api.InstallBouncyCastleJCAProvider;
import net.schmizz.sshj.SSHClient;

/** Brings what a session needs to an agent before the first one runs there. */
final class AgentPreparation {
    private static final String DONE = AgentPreparation.class.getName();

    private AgentPreparation() {}

    /** Java alone has neither ECDSA by that name nor all ciphers; and class by class the jars would come slowly. */
    static void prepare(VirtualChannel channel) throws IOException, InterruptedException {
        if (channel instanceof Channel agent && agent.getProperty(DONE) == null) {
            InstallBouncyCastleJCAProvider.on(agent);
            agent.preloadJar(
                    SessionCall.class.getClassLoader(),
                    SSHClient.class,
                    Pattern.class,
                    DeviceShell.class,
                    SessionCall.class);
            agent.setProperty(DONE, true);
        }
    }
}
