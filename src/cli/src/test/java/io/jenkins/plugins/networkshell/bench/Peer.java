package io.jenkins.plugins.networkshell.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who does what we do, with a plain loop around it that reads until the prompt.
 *
 * @param name in the table
 * @param id of a library for Python its module; for the script
 */
record Peer(String name, String id, Path script) {
    /** Debian's own, which its packages are for. */
    static final String PYTHON = "/usr/bin/python3";

    /** The libraries for Python that are installed, Paramiko first, or else OpenSSH's client; empty without Python. */
    static List<Peer> installed(Path folder) throws IOException, InterruptedException {
        List<Peer> all = new ArrayList<>();
        if (!Files.isExecutable(Path.of(PYTHON))) {
            return all;
        }
        Path script = script(folder);
        for (Peer peer : List.of(new Peer("Paramiko", "paramiko", script), new Peer("AsyncSSH", "asyncssh", script))) {
            if (works(PYTHON, "-W", "ignore", "-c", "import " + peer.id)) {
                all.add(peer);
            }
        }
        if (all.isEmpty() && works("sh", "-c", "command -v sshpass && command -v ssh")) {
            all.add(new Peer("OpenSSH", "openssh", script));
        }
        return all;
    }

    private static boolean works(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Also measures what a process uses, for ours too. */
    static Path script(Path folder) throws IOException {
        Path script = folder.resolve("peer.py");
        try (InputStream text = Peer.class.getResourceAsStream("peer.py")) {
            Files.write(script, text.readAllBytes());
        }
        return script;
    }

    private List<String> command(String mode, String... arguments) {
        return Stream.concat(Stream.of(PYTHON, "-W", "ignore", script.toString(), id, mode), Stream.of(arguments))
                .toList();
    }

    List<String> session(Device device, int rounds, List<String> commands) {
        List<String> arguments = new ArrayList<>(
                List.of(device.host(), String.valueOf(device.port()), device.user(), String.valueOf(rounds)));
        arguments.addAll(commands);
        return command("session", arguments.toArray(String[]::new));
    }

    List<String> fleet(Device device, int devices, int atOnce, String line) {
        return command(
                "fleet",
                device.host(),
                String.valueOf(device.port()),
                device.user(),
                String.valueOf(devices),
                String.valueOf(atOnce),
                line);
    }
}
