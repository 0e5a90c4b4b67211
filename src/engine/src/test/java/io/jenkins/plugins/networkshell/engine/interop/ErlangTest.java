package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Daemon;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The SSH server in Erlang/OTP, which routers and telephone exchanges use. */
class ErlangTest extends InteroperationContract {
    private static final String PASSWORD = "Pw-5d1e0c";

    @Override
    Peer start() throws Exception {
        String erl = Tool.find("erl", "erlang-base");
        try {
            Tool.run(erl, "-noshell", "-eval", "{ok, _} = application:ensure_all_started(ssh), halt(0).");
        } catch (IOException e) {
            Assumptions.abort("Erlang's SSH is missing: install Debian's package erlang-ssh");
        }
        Path folder = Files.createTempDirectory("erlang");
        Path hostKey = folder.resolve("ssh_host_rsa_key");
        Tool.run(
                Tool.find("ssh-keygen", "openssh-client"),
                "-q",
                "-t",
                "rsa",
                "-b",
                "2048",
                "-m",
                "PEM",
                "-N",
                "",
                "-f",
                hostKey.toString());
        Daemon daemon = Daemon.start(
                port -> List.of(
                        "/usr/bin/env",
                        "ERL_CRASH_DUMP=/dev/null", // which ending it by a signal leaves in the current folder
                        erl,
                        "-noshell",
                        "-eval",
                        program(port, folder)),
                line -> line.equals("listening"));
        return new ErlangPeer(daemon, folder);
    }

    private static String program(int port, Path folder) {
        return "ok = ssh:start(), {ok, _} = ssh:daemon({127,0,0,1}, " + port + ", [{system_dir, \"" + folder
                + "\"}, {user_passwords, [{\"netops\", \"" + PASSWORD
                + "\"}]}, {exec, {direct, fun(Command) -> {ok, os:cmd(Command)} end}}]),"
                + " io:format(\"listening~n\"), receive after infinity -> ok end.";
    }

    private record ErlangPeer(Daemon daemon, Path folder) implements Peer {
        @Override
        public int port() {
            return daemon.port();
        }

        @Override
        public Target.Builder login() {
            return login(PASSWORD);
        }

        @Override
        public Target.Builder wrongLogin() {
            return login("wrong");
        }

        private Target.Builder login(String password) {
            return Try.port(port(), "netops").credentials(new Credential.Password(Secret.of(password)));
        }

        /** It holds each byte of an answer in a list of 16 bytes, and takes half a minute for ten megabytes. */
        @Override
        public int megabytes() {
            return 1;
        }

        @Override
        public void close() throws IOException {
            daemon.close();
            Files.delete(folder.resolve("ssh_host_rsa_key"));
            Files.delete(folder.resolve("ssh_host_rsa_key.pub"));
            Files.delete(folder);
        }
    }
}
