package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.testing.Daemon;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The SSH server in Erlang/OTP, which routers and telephone exchanges use. */
class ErlangTest extends InteroperationContract {
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
        // It holds each byte of an answer in a list of 16 bytes, and takes half a minute for ten megabytes.
        return new PasswordPeer(daemon, folder, 1);
    }

    private static String program(int port, Path folder) {
        return "ok = ssh:start(), {ok, _} = ssh:daemon({127,0,0,1}, " + port + ", [{system_dir, \"" + folder
                + "\"}, {user_passwords, [{\"netops\", \"" + PasswordPeer.PASSWORD
                + "\"}]}, {exec, {direct, fun(Command) -> {ok, os:cmd(Command)} end}}]),"
                + " io:format(\"listening~n\"), receive after infinity -> ok end.";
    }
}
