package io.jenkins.plugins.networkshell.form;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.artifact.ArtifactNames;
import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmCategory;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.Proxy;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.parameter.CommandText;
import io.jenkins.plugins.networkshell.parameter.JumpHost;
import io.jenkins.plugins.networkshell.parameter.ParameterText;
import java.util.function.UnaryOperator;

/** Checks the values of form fields. */
public final class FormChecks {
    private FormChecks() {}

    /** Empty is allowed. */
    public static FormValidation duration(String value) {
        if (Util.fixEmptyAndTrim(value) == null || isVariable(value)) {
            return FormValidation.ok();
        }
        try {
            DurationText.parse(value);
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    public static FormValidation host(String value) {
        String host = Util.fixEmptyAndTrim(value);
        if (host == null) {
            return FormValidation.error(Messages.FormChecks_HostEmpty());
        }
        if (isVariable(host)) {
            return FormValidation.ok();
        }
        return host.chars().anyMatch(c -> c == '@' || c == '/' || Character.isWhitespace(c))
                ? FormValidation.error(Messages.FormChecks_Host())
                : FormValidation.ok();
    }

    public static FormValidation port(String value) {
        try {
            int port = Integer.parseInt(Util.fixNull(value).strip());
            return port >= 1 && port <= 65535 ? FormValidation.ok() : FormValidation.error(Messages.FormChecks_Port());
        } catch (NumberFormatException e) {
            return FormValidation.error(Messages.FormChecks_Port());
        }
    }

    /** At least one. */
    public static FormValidation commands(String text) {
        try {
            return CommandText.commands(Util.fixNull(text)).isEmpty()
                    ? FormValidation.error(Messages.FormChecks_NoCommands())
                    : FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /**
     * Checks the command to which options apply.
     *
     * @param text all commands
     * @param number which of those with that line; empty for all
     */
    public static FormValidation commandLine(String text, String line, String number) {
        try {
            CommandSheet.check(text, line, number);
            return FormValidation.ok();
        } catch (FormMistake e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Empty is allowed. */
    public static FormValidation encoding(String value) {
        if (isVariable(Util.fixNull(value))) {
            return FormValidation.ok();
        }
        try {
            new ParameterText(UnaryOperator.identity()).charset(value);
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Empty, true and false are allowed. */
    public static FormValidation archive(String value) {
        try {
            ArtifactNames.of("host", Target.SSH_PORT, Util.fixEmptyAndTrim(value));
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Empty is allowed. */
    public static FormValidation jump(String value) {
        if (Util.fixEmptyAndTrim(value) == null || isVariable(value)) {
            return FormValidation.ok();
        }
        try {
            JumpHost.parse(value);
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Empty is allowed. */
    public static FormValidation proxy(String value) {
        if (Util.fixEmptyAndTrim(value) == null || isVariable(value)) {
            return FormValidation.ok();
        }
        try {
            Proxy.parse(value.strip(), null);
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Empty is allowed. */
    public static FormValidation algorithms(AlgorithmCategory category, String value) {
        if (Util.fixEmptyAndTrim(value) == null || isVariable(value)) {
            return FormValidation.ok();
        }
        try {
            Algorithms.legacy().with(category, value.strip());
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    public static FormValidation pattern(String value) {
        if (Util.fixEmpty(value) == null) {
            return FormValidation.error(Messages.AnswerEntry_Empty());
        }
        try {
            Pattern.compile(value);
            return FormValidation.ok();
        } catch (PatternSyntaxException e) {
            return FormValidation.error(Messages.AnswerEntry_Pattern(value, e.getDescription()));
        }
    }

    private static boolean isVariable(String value) {
        return value.contains("$");
    }
}
