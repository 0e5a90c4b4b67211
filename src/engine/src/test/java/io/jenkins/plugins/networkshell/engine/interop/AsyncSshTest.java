package io.jenkins.plugins.networkshell.engine.interop;

/** AsyncSSH, a library for Python. */
class AsyncSshTest extends InteroperationContract {
    @Override
    Peer start() throws Exception {
        return PythonPeer.start("asyncssh", "python3-asyncssh", "asyncssh_server.py");
    }
}
