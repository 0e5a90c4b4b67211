package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.Closeable;
import java.io.IOException;

/** A server that logs in accounts of the system: one made for the purpose, by password or by key. */
final class AccountPeer implements Peer {
    private final Account account;
    private final Closeable server;
    private final int port;
    private final boolean byKey;

    AccountPeer(Account account, Closeable server, int port, boolean byKey) {
        this.account = account;
        this.server = server;
        this.port = port;
        this.byKey = byKey;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Target.Builder login() {
        return login(byKey ? account.key() : new Credential.Password(Secret.of(account.password())));
    }

    @Override
    public Target.Builder wrongLogin() throws Exception {
        return login(byKey ? account.strangersKey() : new Credential.Password(Secret.of("wrong")));
    }

    private Target.Builder login(Credential credential) {
        return Try.port(port, account.name()).credentials(credential);
    }

    /** The one that takes keys only, TinySSH, takes one channel only, too. */
    @Override
    public boolean takesMoreChannels() {
        return !byKey;
    }

    @Override
    public void close() throws IOException {
        server.close();
        account.close();
    }
}
