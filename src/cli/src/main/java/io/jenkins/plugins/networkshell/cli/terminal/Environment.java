package io.jenkins.plugins.networkshell.cli.terminal;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Everything of the process that commands use, so that tests can replace it.
 *
 * @param out only for results; bytes, because a configuration is UTF-8 whatever the terminal's charset
 * @param err for messages
 * @param variables the environment variables
 * @param colour whether {@code err} shows colours
 * @param cancellation stops the running command
 */
public record Environment(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> variables,
        boolean colour,
        PasswordPrompt passwordPrompt,
        Cancellation cancellation) {

    public Environment withOut(OutputStream stream) {
        return new Environment(in, stream, err, variables, colour, passwordPrompt, cancellation);
    }

    /** This process. */
    public static Environment ofProcess(Cancellation cancellation) {
        return new Environment(
                standardInput(),
                new FileOutputStream(FileDescriptor.out),
                System.err,
                System.getenv(),
                Colours.wanted(System.getenv()),
                PasswordPrompt.ofConsole(),
                cancellation);
    }

    /**
     * If the parent process closed standard input, one of Java's own files takes its place and would be sent to the
     * device.
     */
    private static InputStream standardInput() {
        try {
            Path file = Path.of("/proc/self/fd/0").toRealPath();
            Path java = Path.of(System.getProperty("java.home")).toRealPath();
            return file.startsWith(java) ? InputStream.nullInputStream() : System.in;
        } catch (IOException e) {
            return System.in; // a pipe, or a system that does not report it
        }
    }
}
