package io.jenkins.plugins.networkshell;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.connection.CallCancelledException;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.connection.DeviceCall;
import io.jenkins.plugins.networkshell.connection.DeviceOutcome;
import io.jenkins.plugins.networkshell.connection.DeviceReply;
import io.jenkins.plugins.networkshell.connection.OpenCall;
import io.jenkins.plugins.networkshell.connection.OpenPlan;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.console.ConsoleText;
import io.jenkins.plugins.networkshell.credentials.ItemCredentials;
import io.jenkins.plugins.networkshell.engine.session.ConnectionFacts;
import io.jenkins.plugins.networkshell.form.FormChecks;
import io.jenkins.plugins.networkshell.plan.ConnectionPlanner;
import io.jenkins.plugins.networkshell.plan.PlanningContext;
import io.jenkins.plugins.networkshell.run.ExecutionNode;
import io.jenkins.plugins.networkshell.run.SessionHostKeys;
import io.jenkins.plugins.networkshell.run.SessionSlots;
import io.jenkins.plugins.networkshell.run.ThreadTimeout;
import io.jenkins.plugins.networkshell.session.SessionCall;
import io.jenkins.plugins.networkshell.session.SessionPlan;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.structs.describable.DescribableModel;

/** Logs in, to test whether a device accepts the login. Runs on the controller. */
record ConnectionTest(@CheckForNull Item item) {
    /** Short, because somebody is waiting at the form. */
    private static final String LIMIT = "30s";

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\{\\w[\\w.]*}|[A-Za-z_])");
    /** Settings that a test ignores, besides {@link StepArguments#ARTIFACTS}. */
    private static final Set<String> UNUSED = Set.of(
            "command",
            "commands",
            "environment",
            "stdin",
            "timeout",
            "sudoCredentialsId",
            "from",
            "to",
            "archive",
            "answers",
            "loginAnswers");

    private static final ConsoleStyle SILENT = new ConsoleStyle("", true, 1, null, "UTF-8");

    /** Opens a connection. */
    FormValidation connect(ConnectionStep step) throws IOException, InterruptedException {
        return tried(step, () -> {
            ConnectionPlan plan = new ConnectionPlanner(step, planningContext()).plan();
            return run(
                    plan,
                    new OpenCall(new OpenPlan(plan, SILENT), OutputStream.nullOutputStream()),
                    opened -> Messages.ConnectionTest_Connected(
                                    clean(opened.connection().serverVersion()))
                            + " " + found(opened.connection()));
        });
    }

    /** Also opens a shell and reads the prompt. */
    FormValidation openShell(NetworkShellStep step) throws IOException, InterruptedException {
        step.setCommandTimeout(LIMIT);
        return tried(step, () -> {
            SessionPlan plan = new SessionPlanner(step, planningContext()).planOfNothing(SILENT);
            return run(
                    plan.connection(),
                    new SessionCall(plan, OutputStream.nullOutputStream()),
                    reply -> Messages.ConnectionTest_Ok(reply.platform(), clean(reply.prompt())) + " "
                            + found(reply.connection()));
        });
    }

    /** What else can be checked on a reachable device. */
    private static String found(ConnectionFacts connection) {
        return Messages.ConnectionTest_Found(
                connection.connectMillis(),
                millis(connection.roundTripMicros()),
                clean(connection.serverVersion()),
                clean(connection.hostKey().type()),
                connection.hostKey().fingerprint(),
                clean(connection.algorithms().toString()));
    }

    /** A nearby device takes less than one millisecond. */
    private static String millis(long micros) {
        return micros < 10_000
                ? String.format(Locale.ROOT, "%.1f", micros / 1000.0)
                : String.valueOf(Math.round(micros / 1000.0));
    }

    private static String clean(String fromDevice) {
        return ConsoleText.clean(fromDevice);
    }

    /** A form has no build that could supply their values. */
    private static void checkVariables(ConnectionStep step) throws AbortException {
        List<String> parameters = new ArrayList<>();
        DescribableModel.uninstantiate2_(step).getArguments().forEach((name, value) -> {
            if (!UNUSED.contains(name)
                    && !StepArguments.ARTIFACTS.contains(name)
                    && VARIABLE.matcher(String.valueOf(value)).find()) {
                parameters.add(name);
            }
        });
        if (!parameters.isEmpty()) {
            throw new AbortException(Messages.ConnectionTest_Variables(String.join(", ", parameters)));
        }
    }

    private static void prepare(ConnectionStep step) {
        step.setConnectTimeout(LIMIT);
        step.setLoginTimeout(LIMIT);
        step.setSessionTimeout(LIMIT);
        step.setSilenceTimeout(LIMIT);
        step.setConnectAttempts(1);
        step.setKeepAlive(null);
    }

    /** Keys on the build's machine are not available here. If there is another way to log in, only that is tried. */
    private static void checkKeys(ConnectionStep step) throws AbortException {
        boolean wanted = step.isSshAgent() || step.isLookForKeys();
        step.setSshAgent(false);
        step.setLookForKeys(false);
        if (wanted && step.getCredentialsId() == null && !step.hasLoginWithoutCredentials()) {
            throw new AbortException(Messages.ConnectionTest_KeysOfTheBuild());
        }
    }

    private PlanningContext planningContext() {
        return PlanningContext.ofForm(new ItemCredentials(item));
    }

    /** What the test does. */
    private interface Trial {
        FormValidation run() throws IOException, InterruptedException;
    }

    private static FormValidation tried(ConnectionStep step, Trial trial) throws IOException, InterruptedException {
        if (step.getHost().isEmpty()) {
            return FormChecks.host(""); // a form does not know of an enclosing block with a connection
        }
        prepare(step);
        try {
            checkVariables(step);
            checkKeys(step);
            return trial.run();
        } catch (AbortException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    @SuppressWarnings("try") // timeout and slot are used only to be closed
    private <R extends DeviceOutcome> FormValidation run(
            ConnectionPlan plan, DeviceCall<R> call, Function<R, String> success) throws IOException {
        DeviceReply<R> reply;
        // Each jump host has its own limits, which add up.
        try (ThreadTimeout timeout = ThreadTimeout.forThisThread(DurationText.parse(LIMIT));
                SessionSlots.Slot slot =
                        SessionSlots.get().take(ExecutionNode.of(null, null), plan.target(), sentence -> {})) {
            reply = call.call();
        } catch (CallCancelledException | InterruptedException e) {
            return FormValidation.error(
                    Messages.ConnectionTest_TooLong(plan.target().host(), LIMIT));
        }
        SessionHostKeys.report(plan.target(), reply, item == null ? "" : item.getFullName());
        return reply.outcome().failure() == null
                ? FormValidation.ok(success.apply(reply.outcome()))
                : FormValidation.error(reply.outcome().failure());
    }
}
