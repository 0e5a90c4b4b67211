package io.jenkins.plugins.networkshell.cli;

import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.PasswordPrompt;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The command line as a function: what goes in, and what one call brought. */
final class Cli {
    private final Map<String, String> variables = new HashMap<>();
    private final Cancellation cancellation = new Cancellation();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private String input = "";
    private PasswordPrompt prompt = PasswordPrompt.NOBODY;
    private boolean colour;

    record Outcome(int code, String out, String err) {}

    Cli with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Cli input(String text) {
        input = text;
        return this;
    }

    Cli colour() {
        colour = true;
        return this;
    }

    /** Somebody sits at the terminal and answers every question with this. */
    Cli answering(String password) {
        prompt = question -> {
            questions.add(question);
            return Optional.of(Secret.of(password));
        };
        return this;
    }

    /** Somebody sits at the terminal, or nobody. */
    Cli asking(PasswordPrompt person) {
        prompt = person;
        return this;
    }

    /** What somebody at the terminal was asked. */
    List<String> questions() {
        return questions;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    Outcome run(String... args) {
        return run(new ByteArrayOutputStream(), args);
    }

    Outcome run(ByteArrayOutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(args, environment(out, err));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** For what is asked about the command line itself. */
    Environment environment() {
        return environment(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    /** Where standard output takes nothing, for a reason. */
    Outcome runInto(IOException reason, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(args, environment(broken(reason), err));
        return new Outcome(code, "", err.toString(StandardCharsets.UTF_8));
    }

    /** Where standard error takes nothing. */
    int runWithErrorsInto(IOException reason, String... args) {
        return Main.run(args, environment(new ByteArrayOutputStream(), broken(reason)));
    }

    private static OutputStream broken(IOException reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw reason;
            }
        };
    }

    private Environment environment(OutputStream out, OutputStream err) {
        return new Environment(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                variables,
                colour,
                prompt,
                cancellation);
    }

    /** {@code run} on a simulated device, with its password and without a check of its host key. */
    Outcome runOn(SimulatedDevice device, String... args) {
        with("NET_PASSWORD", device.password());
        return run(argumentsFor(device, args));
    }

    static String[] argumentsFor(SimulatedDevice device, String... args) {
        List<String> all = new ArrayList<>(List.of(
                "run",
                "--no-ssh-config",
                "--host",
                device.host(),
                "--port",
                String.valueOf(device.port()),
                "--user",
                device.user(),
                "--password-env",
                "NET_PASSWORD",
                "--host-keys",
                "accept-any"));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }
}
