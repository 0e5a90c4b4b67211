package io.jenkins.plugins.networkshell.cli.run;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses {@code REGEX=TEXT}, split at the first {@code =} with a valid expression before it. */
final class AnswerOption implements ITypeConverter<Answer> {
    /** @param text after the {@code =} */
    record Parts(Pattern question, String text) {
        Answer answer() {
            return new Answer(question, Secret.of(text), true, Answer.DEFAULT_TIMES);
        }

        /** @param answer is where the text says */
        Answer secretAnswer(Secret answer) {
            return Answer.confidential(question, answer);
        }
    }

    @Override
    public Answer convert(String text) {
        try {
            return parts("", text, "TEXT").answer();
        } catch (BadInputException e) {
            throw new TypeConversionException(e.getMessage().strip());
        }
    }

    /**
     * @param option for the error, may be empty
     * @param value name of the part after the {@code =}, for the error
     */
    static Parts parts(String option, String text, String value) {
        String problem = "there is no '=' with an expression before it";
        for (int i = text.indexOf('='); i >= 0; i = text.indexOf('=', i + 1)) {
            if (i == 0) {
                continue;
            }
            try {
                return new Parts(Pattern.compile(text.substring(0, i)), text.substring(i + 1));
            } catch (PatternSyntaxException e) {
                problem = "'" + text.substring(0, i) + "' is not a regular expression (" + e.getDescription() + ")";
            }
        }
        throw new BadInputException(
                (option.isEmpty() ? "" : option + " '" + text + "': ") + problem + "; allowed: REGEX="
                        + value + " in RE2 syntax, for instance 'overwrite\\? \\[Y/N\\]="
                        + (value.equals("TEXT") ? "y" : value.equals("VAR") ? "NEW_PASSWORD" : "answer.txt") + "'.");
    }
}
