package io.jenkins.plugins.networkshell.run;

import com.google.re2j.Pattern;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.session.SessionCall;
import java.io.IOException;
import java.net.URL;
import java.util.stream.Stream;
import jenkins.bouncycastle.api.InstallBouncyCastleJCAProvider;
import net.schmizz.sshj.SSHClient;

/** Brings what a session needs to an agent before the first one runs there. */
public final class AgentPreparation {
    private static final String DONE = AgentPreparation.class.getName();

    private AgentPreparation() {}

    /** Java alone has neither ECDSA by that name nor all ciphers; and class by class the jars would come slowly. */
    public static void prepare(VirtualChannel channel) throws IOException, InterruptedException {
        if (channel instanceof Channel agent && agent.getProperty(DONE) == null) {
            InstallBouncyCastleJCAProvider.on(agent);
            agent.preloadJar(SessionCall.class.getClassLoader(), jars());
            agent.setProperty(DONE, true);
        }
    }

    /** Not folders of classes, of which "mvn hpi:run" has some: remoting takes jars only. */
    private static URL[] jars() {
        return Stream.of(SSHClient.class, Pattern.class, DeviceShell.class, SessionCall.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .filter(location -> location.getPath().endsWith(".jar"))
                .toArray(URL[]::new);
    }
}
