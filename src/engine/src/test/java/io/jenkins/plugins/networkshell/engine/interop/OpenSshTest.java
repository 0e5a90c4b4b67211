package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.testing.Daemon;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** OpenSSH, with all that it knows switched on. */
class OpenSshTest extends InteroperationContract {
    @Override
    Peer start() throws Exception {
        String sshd = Tool.find("sshd", "openssh-server");
        String ssh = Tool.find("ssh", "openssh-client");
        Account account = new Account();
        Files.createDirectories(Path.of("/run/sshd"));
        Path config = Files.write(
                account.folder().resolve("sshd_config"),
                List.of(
                        "ListenAddress 127.0.0.1",
                        "HostKey " + hostKey(account.folder(), "ed25519"),
                        "HostKey " + hostKey(account.folder(), "rsa"),
                        "KexAlgorithms " + query(ssh, "kex"),
                        "Ciphers " + query(ssh, "cipher"),
                        "MACs " + query(ssh, "mac"),
                        "PidFile none",
                        "UsePAM no",
                        "MaxStartups 1000"));
        Daemon daemon = Daemon.start(
                port -> List.of(sshd, "-D", "-e", "-f", config.toString(), "-p", String.valueOf(port)),
                line -> line.startsWith("Server listening"));
        return new AccountPeer(account, daemon::close, daemon.port(), false);
    }

    private static Path hostKey(Path folder, String type) throws Exception {
        Path file = folder.resolve("host_" + type);
        Tool.run(Tool.find("ssh-keygen", "openssh-client"), "-q", "-t", type, "-N", "", "-f", file.toString());
        return file;
    }

    private static String query(String ssh, String kind) throws Exception {
        return String.join(",", Tool.run(ssh, "-Q", kind).strip().split("\n"));
    }
}
