package io.jenkins.plugins.networkshell.engine.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A BIRD that speaks to nobody and leaves the machine's routes alone, for {@code birdc} to have something to talk to. */
public final class BirdDaemon extends RoutingDaemon {
    public BirdDaemon() {
        super("bird");
    }

    /** What a user's shell has to run. */
    public String birdcl() {
        return "/usr/sbin/birdcl -s " + file("bird.ctl");
    }

    @Override
    List<String> command() throws IOException {
        String program = Tool.find("bird", "bird2");
        Tool.find("birdcl", "bird2");
        Path configuration = Files.writeString(
                file("bird.conf"),
                "router id 192.0.2.1;\nprotocol static { ipv4; route 198.51.100.0/24 blackhole; }\n");
        return List.of(
                program,
                "-f",
                "-c",
                configuration.toString(),
                "-s",
                file("bird.ctl").toString(),
                "-P",
                sign().toString());
    }

    /** The socket is open before the file with the process's number is written. */
    @Override
    Path sign() {
        return file("bird.pid");
    }
}
