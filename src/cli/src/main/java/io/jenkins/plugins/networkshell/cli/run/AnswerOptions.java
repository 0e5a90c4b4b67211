package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.options.Secrets;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What to type when a device asks something. */
public final class AnswerOptions {
    @Option(
            names = "--answer",
            paramLabel = "REGEX=TEXT",
            converter = AnswerOption.class,
            description = "What to type when the device asks something: the expression (RE2) is looked for in the line"
                    + " that it waits behind. Split at the first = that leaves a valid expression; write \\x3d for a ="
                    + " inside it. May be repeated.")
    private List<Answer> answers = List.of();

    @Option(
            names = "--answer-env",
            paramLabel = "REGEX=VAR",
            description =
                    "The same with the text of an environment variable: for passwords, which then stand in no list of"
                            + " processes.")
    private List<String> answersFromVariables = List.of();

    @Option(names = "--answer-file", paramLabel = "REGEX=FILE", description = "The same with the first line of a file.")
    private List<String> answersFromFiles = List.of();

    /** In the order in which they are looked at. */
    public List<Answer> answers(Environment environment) {
        List<Answer> all = new ArrayList<>(answers);
        for (String text : answersFromVariables) {
            AnswerOption.Parts parts = AnswerOption.parts("--answer-env", text, "VAR");
            all.add(parts.secretAnswer(Secrets.ofVariable("--answer-env", parts.text(), environment.variables())));
        }
        for (String text : answersFromFiles) {
            AnswerOption.Parts parts = AnswerOption.parts("--answer-file", text, "FILE");
            all.add(parts.secretAnswer(Secrets.ofFile("--answer-file", Path.of(parts.text()))));
        }
        return all;
    }
}
