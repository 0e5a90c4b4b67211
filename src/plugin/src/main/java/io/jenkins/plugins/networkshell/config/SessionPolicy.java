package io.jenkins.plugins.networkshell.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import java.time.Duration;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Where sessions may run, their limits, and retries for busy devices. */
public final class SessionPolicy extends AbstractDescribableImpl<SessionPolicy> {
    /** The default number of attempts at a busy device. */
    public static final int DEFAULT_BUSY_ATTEMPTS = 3;

    private static final String DEFAULT_BUSY_PAUSE = "10s";

    private boolean allowOnController = true;
    private Integer maxOnController;
    private Integer maxPerAgent;
    private Integer maxPerDevice;
    private int busyAttempts = DEFAULT_BUSY_ATTEMPTS;
    private String busyPause = DEFAULT_BUSY_PAUSE;

    @DataBoundConstructor
    public SessionPolicy() {
        // all optional
    }

    public boolean isAllowOnController() {
        return allowOnController;
    }

    /** @param value whether sessions may run on the controller, where a step without a node runs */
    @DataBoundSetter
    public void setAllowOnController(boolean value) {
        allowOnController = value;
    }

    public Integer getMaxOnController() {
        return maxOnController;
    }

    /** @param value maximum number of sessions on the controller; null for any number */
    @DataBoundSetter
    public void setMaxOnController(Integer value) {
        maxOnController = checked(value);
    }

    public Integer getMaxPerAgent() {
        return maxPerAgent;
    }

    /** @param value maximum number of sessions on each agent; null for any number */
    @DataBoundSetter
    public void setMaxPerAgent(Integer value) {
        maxPerAgent = checked(value);
    }

    public Integer getMaxPerDevice() {
        return maxPerDevice;
    }

    /** @param value maximum number of sessions to each device, from all machines; null for any number */
    @DataBoundSetter
    public void setMaxPerDevice(Integer value) {
        maxPerDevice = checked(value);
    }

    public int getBusyAttempts() {
        return busyAttempts;
    }

    /** @param value attempts at a busy device; 1 for no second attempt */
    @DataBoundSetter
    public void setBusyAttempts(int value) {
        busyAttempts = checked(Integer.valueOf(value));
    }

    public String getBusyPause() {
        return busyPause;
    }

    /** @param value pause before the second attempt, for example {@code 10s}; doubled before each later one */
    @DataBoundSetter
    public void setBusyPause(String value) {
        String text = Util.fixEmptyAndTrim(value);
        if (text != null) {
            DurationText.parse(text);
        }
        busyPause = text == null ? DEFAULT_BUSY_PAUSE : text;
    }

    /** The pause before the second attempt. */
    public Duration firstBusyPause() {
        return DurationText.parse(busyPause);
    }

    /** Rejects values less than one, including those from configuration as code. */
    private static Integer checked(Integer value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException(Messages.SessionPolicy_Number(value));
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionPolicy policy
                && allowOnController == policy.allowOnController
                && busyAttempts == policy.busyAttempts
                && busyPause.equals(policy.busyPause)
                && Objects.equals(maxOnController, policy.maxOnController)
                && Objects.equals(maxPerAgent, policy.maxPerAgent)
                && Objects.equals(maxPerDevice, policy.maxPerDevice);
    }

    @Override
    public int hashCode() {
        return Objects.hash(allowOnController, maxOnController, maxPerAgent, maxPerDevice, busyAttempts, busyPause);
    }

    @Extension
    @Symbol("sessions")
    public static final class DescriptorImpl extends Descriptor<SessionPolicy> {
        @Override
        public String getDisplayName() {
            return Messages.SessionPolicy_DisplayName();
        }

        @POST
        public FormValidation doCheckMaxOnController(@QueryParameter String value) {
            return optionalNumber(value);
        }

        @POST
        public FormValidation doCheckMaxPerAgent(@QueryParameter String value) {
            return optionalNumber(value);
        }

        @POST
        public FormValidation doCheckMaxPerDevice(@QueryParameter String value) {
            return optionalNumber(value);
        }

        private static FormValidation optionalNumber(String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.ok(Messages.SessionPolicy_AnyNumber())
                    : FormValidation.validatePositiveInteger(value);
        }

        @POST
        public FormValidation doCheckBusyAttempts(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return FormValidation.validatePositiveInteger(value);
        }

        @POST
        public FormValidation doCheckBusyPause(@QueryParameter String value) {
            return DefaultLimits.DescriptorImpl.check(value, DurationText.parse(DEFAULT_BUSY_PAUSE));
        }
    }
}
