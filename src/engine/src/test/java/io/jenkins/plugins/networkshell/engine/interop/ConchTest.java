package io.jenkins.plugins.networkshell.engine.interop;

/** Twisted Conch, a library for Python. */
class ConchTest extends InteroperationContract {
    @Override
    Peer start() throws Exception {
        return PythonPeer.start("twisted.conch.ssh.factory", "python3-twisted", "conch_server.py");
    }
}
