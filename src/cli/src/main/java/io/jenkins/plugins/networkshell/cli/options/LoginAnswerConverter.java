package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses {@code REGEX=VAR}, split at the last {@code =}, because names of variables contain none. */
final class LoginAnswerConverter implements ITypeConverter<LoginAnswerConverter.Source> {
    /** @param variable with the answer; read later, when the environment is available */
    record Source(String pattern, String variable) {}

    @Override
    public Source convert(String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new TypeConversionException("'" + text + "' has no expression or no variable; allowed: REGEX=VAR, for"
                    + " instance 'one-time code=OTP'.");
        }
        Source source = new Source(text.substring(0, equals), text.substring(equals + 1));
        try {
            new Credential.PromptAnswer(source.pattern(), Secret.of(""));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
        return source;
    }
}
