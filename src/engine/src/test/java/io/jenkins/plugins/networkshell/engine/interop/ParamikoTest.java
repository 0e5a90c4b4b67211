package io.jenkins.plugins.networkshell.engine.interop;

/** Paramiko, a library for Python, as a server. */
class ParamikoTest extends InteroperationContract {
    @Override
    Peer start() throws Exception {
        return PythonPeer.start("paramiko", "python3-paramiko", "paramiko_server.py");
    }
}
