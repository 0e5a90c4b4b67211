package io.jenkins.plugins.networkshell.cli;

import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One sentence for an invalid command line and a pointer to the help, not the whole help. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        String sentence = sentence(e).strip();
        err.println(command.getColorScheme().errorText("Error: " + sentence + (sentence.endsWith(".") ? "" : ".")));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.USAGE.number();
    }

    /** An unknown option may have a secret after its equals sign: {@code --password=…}. */
    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            String option = unmatched.getUnmatched().get(0);
            int value = option.indexOf('=');
            return "Unknown option: '" + (value < 0 ? option : option.substring(0, value)) + "'";
        }
        return e.getMessage();
    }
}
