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
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;

/** Sends the jars for sessions to an agent before its first session. */
public final class AgentPreparation {
    private static final String DONE = AgentPreparation.class.getName();

    private AgentPreparation() {}

    /**
     * SSHJ reads some ECDSA keys only through a registered provider, and sending the jars class by class would be slow.
     */
    public static void prepare(VirtualChannel channel) throws IOException, InterruptedException {
        if (channel instanceof Channel agent && agent.getProperty(DONE) == null) {
            InstallBouncyCastleJCAProvider.on(agent);
            agent.preloadJar(SessionCall.class.getClassLoader(), jars());
            agent.setProperty(DONE, true);
        }
    }

    /** Without folders of classes, which "mvn hpi:run" uses, because remoting accepts only jars. */
    private static URL[] jars() {
        return Stream.of(
                        SSHClient.class,
                        Pattern.class,
                        DeviceShell.class,
                        SessionCall.class,
                        // BouncyCastle's jars are signed, and a class that remoting brings by itself has no signer:
                        // mixed
                        // in one package, Java refuses to load them. So the engine has the whole jars on the agent.
                        BouncyCastleProvider.class,
                        PEMParser.class,
                        ContentInfo.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .filter(location -> location.getPath().endsWith(".jar"))
                .toArray(URL[]::new);
    }
}
