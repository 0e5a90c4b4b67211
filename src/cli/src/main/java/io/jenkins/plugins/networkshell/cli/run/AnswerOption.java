package io.jenkins.plugins.networkshell.cli.run;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code REGEX=TEXT}: split at the first {@code =} that leaves a valid expression before it. */
final class AnswerOption implements ITypeConverter<Answer> {
    @Override
    public Answer convert(String text) {
        String problem = "there is no '=' with an expression before it";
        for (int i = text.indexOf('='); i >= 0; i = text.indexOf('=', i + 1)) {
            if (i == 0) {
                continue;
            }
            try {
                Pattern question = Pattern.compile(text.substring(0, i));
                return new Answer(question, Secret.of(text.substring(i + 1)), true, Answer.DEFAULT_TIMES);
            } catch (PatternSyntaxException e) {
                problem = "'" + text.substring(0, i) + "' is no regular expression (" + e.getDescription() + ")";
            }
        }
        throw new TypeConversionException(
                problem + "; allowed: REGEX=TEXT in RE2 syntax, for instance 'overwrite\\? \\[Y/N\\]=y'.");
    }
}
