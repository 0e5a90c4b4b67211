package io.jenkins.plugins.networkshell.engine.testing;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.AlgorithmSuite;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@link BouncyCastleTest} runs; prints what it finds. */
public final class OtherProcess {
    private OtherProcess() {}

    /** @param arguments {@code plain} or {@code registered}, a port, files of keys to log in with */
    public static void main(String... arguments) throws Exception {
        boolean register = arguments[0].equals("registered");
        if (register) {
            Security.addProvider((Provider) Class.forName("org.bouncycastle.jce.provider.BouncyCastleProvider")
                    .getDeclaredConstructor()
                    .newInstance());
        }
        int port = Integer.parseInt(arguments[1]);
        List<String> keys = Arrays.asList(arguments).subList(2, arguments.length);
        for (String key : keys) {
            try (SshConnection connection = Try.open(target(port, key))) {
                System.out.println("logged in, host key " + connection.hostKey().type());
            } catch (NetworkShellException e) {
                System.out.println(e.getMessage());
            }
        }
        Algorithms chacha = Algorithms.secure().withCiphers(List.of("chacha20-poly1305@openssh.com"));
        Try.works(target(port, keys.get(0)).algorithms(chacha));
        System.out.println("works with chacha20-poly1305@openssh.com");
        List<String> leftOut = names(Algorithms.legacy());
        leftOut.removeAll(names(AlgorithmSuite.of(Algorithms.legacy()).names()));
        System.out.println("left out: " + String.join(", ", leftOut));
        System.out.println("BC registered: " + (Security.getProvider("BC") != null));
    }

    private static Target.Builder target(int port, String key) {
        List<String> hostKeys = new ArrayList<>(List.of("ecdsa-sha2-nistp256"));
        hostKeys.addAll(Algorithms.secure().hostKeys());
        return Try.port(port, "root")
                .algorithms(Algorithms.secure().withHostKeys(hostKeys))
                .credentials(Credential.PrivateKey.file(
                        Path.of(key), io.jenkins.plugins.networkshell.engine.Secret.of("open sesame")));
    }

    private static List<String> names(Algorithms algorithms) {
        List<String> names = new ArrayList<>(algorithms.keyExchanges());
        names.addAll(algorithms.hostKeys());
        names.addAll(algorithms.ciphers());
        names.addAll(algorithms.macs());
        return names;
    }
}
