package io.jenkins.plugins.networkshell.cli;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * Everything of the process that commands use, so that tests can give them something else.
 *
 * @param out for results only; bytes, because a configuration is UTF-8 whatever the terminal speaks
 * @param err for all that is said about the work
 * @param variables the environment variables
 * @param colour whether {@code err} shows colours
 * @param cancellation stops the command that is running
 */
public record Environment(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> variables,
        boolean colour,
        PasswordPrompt passwordPrompt,
        Cancellation cancellation) {

    Environment withOut(OutputStream stream) {
        return new Environment(in, stream, err, variables, colour, passwordPrompt, cancellation);
    }

    /** This process. */
    static Environment ofProcess(Cancellation cancellation) {
        return new Environment(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                System.err,
                System.getenv(),
                Colours.wanted(System.getenv()),
                PasswordPrompt.ofConsole(),
                cancellation);
    }
}
