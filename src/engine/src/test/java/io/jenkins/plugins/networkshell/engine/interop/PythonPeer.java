package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Daemon;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A server that is a library for Python, with a script of ours around it. */
record PythonPeer(Daemon daemon, Path script) implements Peer {
    private static final String PASSWORD = "Pw-5d1e0c";

    /** Skips the test where the library is missing. */
    static PythonPeer start(String library, String debianPackage, String scriptName) throws Exception {
        String python = Tool.find("python3", "python3");
        try {
            Tool.run(python, "-W", "ignore", "-c", "import " + library);
        } catch (IOException e) {
            Assumptions.abort(library + " is missing: install Debian's package " + debianPackage);
        }
        Path script = Files.createTempFile(library, ".py");
        try (InputStream text = PythonPeer.class.getResourceAsStream(scriptName)) {
            Files.write(script, text.readAllBytes());
        }
        Daemon daemon = Daemon.start(
                port -> List.of(
                        "/usr/bin/env",
                        "PASSWORD=" + PASSWORD,
                        python,
                        "-W",
                        "ignore",
                        script.toString(),
                        String.valueOf(port)),
                line -> line.equals("listening"));
        return new PythonPeer(daemon, script);
    }

    @Override
    public int port() {
        return daemon.port();
    }

    @Override
    public Target.Builder login() {
        return Try.port(port(), "netops").credentials(new Credential.Password(Secret.of(PASSWORD)));
    }

    @Override
    public Target.Builder wrongLogin() {
        return Try.port(port(), "netops").credentials(new Credential.Password(Secret.of("wrong")));
    }

    @Override
    public void close() throws IOException {
        daemon.close();
        Files.delete(script);
    }
}
