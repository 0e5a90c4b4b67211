package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.scene.Login;
import io.jenkins.plugins.networkshell.simulator.scene.Question;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The shell's output and questions before its first prompt. Used only on the session's serial executor. */
final class LoginDialogue {
    private final SessionContext context;
    private final Login login;
    private final Deque<Question> questions;

    LoginDialogue(SessionContext context) {
        this.context = context;
        this.login = context.scene().login();
        this.questions = new ArrayDeque<>(login.questions());
    }

    /** The text with which the device refuses another shell; empty: it is accepted. */
    Optional<String> refusal() {
        Optional<FaultPlan> limit = context.fault(Fault.SESSION_LIMIT);
        if (limit.isPresent()) {
            return Optional.of(limit.get().textOr(login.maxShellsText()));
        }
        return login.maxShells() > 0 && context.recording().openShells() > login.maxShells()
                ? Optional.of(login.maxShellsText())
                : Optional.empty();
    }

    String motd() {
        return login.motd();
    }

    /** The next question of the login, in order; empty: the first prompt follows. */
    Optional<Question> nextQuestion() {
        return Optional.ofNullable(questions.poll());
    }
}
