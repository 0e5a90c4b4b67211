package io.jenkins.plugins.networkshell.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.engine.Limits;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiFunction;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The default limits of sessions; the engine's defaults apply to empty ones. */
public final class DefaultLimits extends AbstractDescribableImpl<DefaultLimits> {
    private String connectTimeout;
    private String loginTimeout;
    private String silenceTimeout;
    private String commandTimeout;
    private String sessionTimeout;

    @DataBoundConstructor
    public DefaultLimits() {
        // all optional
    }

    /** @throws IllegalArgumentException if one of the texts is not a duration */
    public Limits limits() {
        Limits limits = Limits.DEFAULT;
        limits = with(limits, connectTimeout, Limits::withConnect);
        limits = with(limits, loginTimeout, Limits::withLogin);
        limits = with(limits, silenceTimeout, Limits::withSilence);
        limits = with(limits, commandTimeout, Limits::withCommand);
        return with(limits, sessionTimeout, Limits::withSession);
    }

    private static Limits with(Limits limits, String text, BiFunction<Limits, Duration, Limits> setter) {
        return text == null ? limits : setter.apply(limits, DurationText.parse(text));
    }

    /**
     * One of the limits, for forms.
     *
     * @param parameter its name in steps and here, for instance {@code connectTimeout}
     */
    public static String text(Limits limits, String parameter) {
        return DurationText.format(
                switch (parameter) {
                    case "connectTimeout" -> limits.connect();
                    case "loginTimeout" -> limits.login();
                    case "silenceTimeout" -> limits.silence();
                    case "commandTimeout" -> limits.command();
                    case "sessionTimeout" -> limits.session();
                    default -> throw new IllegalArgumentException("no limit: " + parameter);
                });
    }

    /** Rejects invalid durations, including those from configuration as code. */
    private static String checked(String text) {
        String trimmed = Util.fixEmptyAndTrim(text);
        if (trimmed != null) {
            DurationText.parse(trimmed);
        }
        return trimmed;
    }

    public String getConnectTimeout() {
        return connectTimeout;
    }

    @DataBoundSetter
    public void setConnectTimeout(String value) {
        connectTimeout = checked(value);
    }

    public String getLoginTimeout() {
        return loginTimeout;
    }

    @DataBoundSetter
    public void setLoginTimeout(String value) {
        loginTimeout = checked(value);
    }

    public String getSilenceTimeout() {
        return silenceTimeout;
    }

    @DataBoundSetter
    public void setSilenceTimeout(String value) {
        silenceTimeout = checked(value);
    }

    public String getCommandTimeout() {
        return commandTimeout;
    }

    @DataBoundSetter
    public void setCommandTimeout(String value) {
        commandTimeout = checked(value);
    }

    public String getSessionTimeout() {
        return sessionTimeout;
    }

    @DataBoundSetter
    public void setSessionTimeout(String value) {
        sessionTimeout = checked(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DefaultLimits limits && limits().equals(limits.limits());
    }

    @Override
    public int hashCode() {
        return Objects.hash(limits());
    }

    @Extension
    @Symbol("limits")
    public static final class DescriptorImpl extends Descriptor<DefaultLimits> {
        @Override
        public String getDisplayName() {
            return Messages.DefaultLimits_DisplayName();
        }

        /** For the form. */
        public String defaultLimit(String parameter) {
            return text(Limits.DEFAULT, parameter);
        }

        @POST
        public FormValidation doCheckConnectTimeout(@QueryParameter String value) {
            return check(value, Limits.DEFAULT.connect());
        }

        @POST
        public FormValidation doCheckLoginTimeout(@QueryParameter String value) {
            return check(value, Limits.DEFAULT.login());
        }

        @POST
        public FormValidation doCheckSilenceTimeout(@QueryParameter String value) {
            return check(value, Limits.DEFAULT.silence());
        }

        @POST
        public FormValidation doCheckCommandTimeout(@QueryParameter String value) {
            return check(value, Limits.DEFAULT.command());
        }

        @POST
        public FormValidation doCheckSessionTimeout(@QueryParameter String value) {
            return check(value, Limits.DEFAULT.session());
        }

        static FormValidation check(String value, Duration normal) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            if (Util.fixEmptyAndTrim(value) == null) {
                return FormValidation.ok(Messages.DefaultLimits_Normal(DurationText.format(normal)));
            }
            try {
                DurationText.parse(value);
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
