package io.jenkins.plugins.networkshell.cli;

import io.jenkins.plugins.networkshell.cli.backup.BackupCommand;
import io.jenkins.plugins.networkshell.cli.exec.ExecCommand;
import io.jenkins.plugins.networkshell.cli.files.ChmodCommand;
import io.jenkins.plugins.networkshell.cli.files.GetCommand;
import io.jenkins.plugins.networkshell.cli.files.LsCommand;
import io.jenkins.plugins.networkshell.cli.files.MkdirCommand;
import io.jenkins.plugins.networkshell.cli.files.PutCommand;
import io.jenkins.plugins.networkshell.cli.files.RenameCommand;
import io.jenkins.plugins.networkshell.cli.files.RmCommand;
import io.jenkins.plugins.networkshell.cli.files.StatCommand;
import io.jenkins.plugins.networkshell.cli.platforms.PlatformsCommand;
import io.jenkins.plugins.networkshell.cli.run.RunCommand;
import io.jenkins.plugins.networkshell.cli.simulate.SimulateCommand;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.cli.terminal.WatchedOutput;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The entry point of {@code network-shell.jar}. */
public final class Main {
    /** It needs all the others. */
    private static final String COMPLETION = "completion";

    /** In the order of the help. */
    private static final List<String> SUBCOMMANDS = List.of(
            "run",
            "exec",
            "get",
            "put",
            "ls",
            "stat",
            "mkdir",
            "rm",
            "rename",
            "chmod",
            "backup",
            "platforms",
            "simulate",
            COMPLETION);

    private Main() {}

    public static void main(String[] args) {
        Cancellation cancellation = new Cancellation();
        Interruption interruption = Interruption.cancelling(cancellation);
        int code = run(args, Environment.ofProcess(cancellation));
        interruption.commandEnded(code);
        ClassDataArchive.commandEnded(code);
        System.exit(code);
    }

    /** Runs like {@code main}, but in the given environment and without ending the process. */
    public static int run(String[] args, Environment environment) {
        WatchedOutput watched = new WatchedOutput(environment.out());
        Environment checkedEnvironment = environment.withOut(watched);
        CommandLine line = commandLine(checkedEnvironment, args);
        try (PrintWriter out = new PrintWriter(new OutputStreamWriter(watched, StandardCharsets.UTF_8), true)) {
            line.setOut(out);
            int code = line.execute(args);
            out.flush();
            return code == ExitCode.OK.number() ? checked(watched, checkedEnvironment) : code;
        }
    }

    /** Checks whether the results were written, for commands that do not notice. */
    private static int checked(WatchedOutput output, Environment environment) {
        try {
            output.check();
            return ExitCode.OK.number();
        } catch (CancelledException | BadInputException e) {
            return new Errors(environment).report(e, false);
        }
    }

    /** With all subcommands. */
    static CommandLine commandLine(Environment environment) {
        return commandLine(environment, SUBCOMMANDS);
    }

    /** Only with the subcommand that is called: building all of them takes longer than connecting. */
    private static CommandLine commandLine(Environment environment, String[] args) {
        boolean alone = args.length > 0 && SUBCOMMANDS.contains(args[0]) && !args[0].equals(COMPLETION);
        return commandLine(environment, alone ? List.of(args[0]) : SUBCOMMANDS);
    }

    private static CommandLine commandLine(Environment environment, List<String> subcommands) {
        CommandLine line = new CommandLine(new NetworkShell());
        subcommands.forEach(name -> line.addSubcommand(name, subcommand(name, environment)));
        line.setErr(new PrintWriter(new OutputStreamWriter(environment.err(), Charset.defaultCharset()), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(environment.colour() ? Ansi.ON : Ansi.OFF));
        // Regular expressions and names of variables may contain any characters.
        line.setTrimQuotes(false);
        line.setAbbreviatedOptionsAllowed(false);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(new UsageErrors());
        line.setExecutionExceptionHandler((e, command, parsed) -> new Errors(environment).report(e, isVerbose(parsed)));
        return line;
    }

    private static Object subcommand(String name, Environment environment) {
        return switch (name) {
            case "run" -> new RunCommand(environment);
            // Like ssh: everything after the first word of the command belongs to it, including options.
            case "exec" -> new CommandLine(new ExecCommand(environment)).setStopAtPositional(true);
            case "get" -> new GetCommand(environment);
            case "put" -> new PutCommand(environment);
            case "ls" -> new LsCommand(environment);
            case "stat" -> new StatCommand(environment);
            case "mkdir" -> new MkdirCommand(environment);
            case "rm" -> new RmCommand(environment);
            case "rename" -> new RenameCommand(environment);
            case "chmod" -> new ChmodCommand(environment);
            case "backup" -> BackupCommand.withSubcommands(environment);
            case "platforms" -> new PlatformsCommand(environment);
            case "simulate" -> new SimulateCommand(environment);
            case COMPLETION -> new CompletionCommand();
            default -> throw new IllegalArgumentException("no subcommand: " + name);
        };
    }

    private static boolean isVerbose(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost.hasMatchedOption("--verbose");
    }

    /** Separate from picocli, so that all commands report failures in the same way. */
    private record Errors(Environment environment) {
        int report(Exception thrown, boolean verbose) {
            Exception e = ofOutput(thrown);
            ExitCode code = ExitCode.INTERNAL_ERROR;
            String sentence = "This is an error in Network Shell itself: " + e + ". --verbose shows where.";
            if (e instanceof NetworkShellException known) {
                code = ExitCode.of(known);
                sentence = known.describe();
            } else if (e instanceof BadInputException) {
                code = ExitCode.USAGE;
                sentence = e.getMessage();
            } else if (e instanceof IOException) {
                code = ExitCode.USAGE;
                sentence = "A file can't be written or read: " + e.getMessage() + ".";
            }
            Messages messages = new Messages(environment.err(), environment.colour());
            messages.error(sentence);
            if (verbose) {
                e.printStackTrace(environment.err());
            }
            return code.number();
        }

        /** The more specific message, if standard output failed. */
        private Exception ofOutput(Exception thrown) {
            boolean mayBeOutput = thrown instanceof IOException && !(thrown instanceof NetworkShellException);
            if (mayBeOutput && environment.out() instanceof WatchedOutput output) {
                try {
                    output.check();
                } catch (CancelledException | BadInputException e) {
                    return e;
                }
            }
            return thrown;
        }
    }
}
