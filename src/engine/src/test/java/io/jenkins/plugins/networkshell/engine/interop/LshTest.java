package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.testing.Daemon;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.nio.file.Path;
import java.util.List;

/** GNU lsh: old, and written by nobody who wrote another one of these. */
class LshTest extends InteroperationContract {
    @Override
    Peer start() throws Exception {
        String lshd = Tool.find("lshd", "lsh-server");
        String keygen = Tool.find("lsh-keygen", "lsh-utils");
        String writekey = Tool.find("lsh-writekey", "lsh-utils");
        Account account = new Account();
        Path hostKey = account.folder().resolve("host_key");
        Tool.run("sh", "-c", keygen + " --server --algorithm rsa | " + writekey + " --server --output-file " + hostKey);
        Daemon daemon = Daemon.start(
                port -> List.of(
                        lshd,
                        "--host-key=" + hostKey,
                        // In this order: an interface is bound to the port that was named before it.
                        "--port=" + port,
                        "--interface=127.0.0.1",
                        "--no-tcpwrappers",
                        "--trace"),
                line -> line.contains("bound socket"));
        return new AccountPeer(account, daemon::close, daemon.port(), false);
    }
}
