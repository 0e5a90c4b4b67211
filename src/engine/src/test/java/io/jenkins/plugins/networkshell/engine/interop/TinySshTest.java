package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.nio.file.Path;
import java.util.List;

/** TinySSH: keys only, and hardly any choice of algorithms. */
class TinySshTest extends InteroperationContract {
    @Override
    Peer start() throws Exception {
        String tinysshd = Tool.find("tinysshd", "tinysshd");
        String makekey = Tool.find("tinysshd-makekey", "tinysshd");
        Account account = new Account();
        Path keys = account.folder().resolve("tinyssh");
        Tool.run(makekey, keys.toString());
        SuperServer server = new SuperServer(List.of(tinysshd, "-q", keys.toString()));
        return new AccountPeer(account, server, server.port(), true);
    }
}
