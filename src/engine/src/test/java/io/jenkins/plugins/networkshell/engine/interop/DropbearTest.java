package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.testing.Daemon;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.nio.file.Path;
import java.util.List;

/** Dropbear, the server of most small devices. */
class DropbearTest extends InteroperationContract {
    @Override
    Peer start() throws Exception {
        String dropbear = Tool.find("dropbear", "dropbear-bin");
        String dropbearkey = Tool.find("dropbearkey", "dropbear-bin");
        Account account = new Account();
        Path hostKey = account.folder().resolve("host_ed25519");
        Tool.run(dropbearkey, "-t", "ed25519", "-f", hostKey.toString());
        String pid = account.folder().resolve("pid").toString();
        Daemon daemon = Daemon.start(
                port -> List.of(dropbear, "-F", "-E", "-r", hostKey.toString(), "-P", pid, "-p", "127.0.0.1:" + port),
                line -> line.contains("Not backgrounding"));
        return new AccountPeer(account, daemon::close, daemon.port(), false);
    }
}
