package io.jenkins.plugins.networkshell.engine.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * One daemon of FRRouting, enough for {@code vtysh} to have something to talk to. The least harmful one: it does not touch
 * the machine's routes.
 */
public final class FrrRouter extends RoutingDaemon {
    private static final Path PROGRAM = Path.of("/usr/lib/frr/bfdd");

    public FrrRouter() {
        super("frr");
    }

    /** What a user's shell has to run. */
    public String vtysh() {
        return "/usr/bin/vtysh --vty_socket " + folder();
    }

    @Override
    List<String> command() throws IOException {
        Tool.find("vtysh", "frr");
        assumeTrue(Files.isExecutable(PROGRAM), "bfdd is missing: install Debian's package frr");
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        return List.of(
                PROGRAM.toString(),
                "-u",
                "frr",
                "-g",
                "frr",
                "--vty_socket",
                folder().toString(),
                "-i",
                file("bfdd.pid").toString(),
                "-P",
                "0",
                "--bfdctl",
                file("bfdd.sock").toString(),
                "-z",
                file("zserv.api").toString());
    }

    @Override
    Path sign() {
        return file("bfdd.vty");
    }
}
