package io.jenkins.plugins.networkshell.engine.shell;

import static io.jenkins.plugins.networkshell.engine.shell.TestShells.kind;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.open;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.options;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions of a device: which are answered, how often, and which are never answered. */
class QuestionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Use Control-C to exit or press 'Enter' key to proceed.",
                "Please select an option >",
                "Enter new UNIX password:",
                "login: ",
                "Do you accept (y/n)?",
                "Hit RETURN to continue #",
                "Terminal type? [vt100] "
            })
    void nothingIsTypedBehindAQuestionThatNobodyDescribed(String question) {
        for (String platform : List.of("generic", "linux", "cisco_ios")) {
            VirtualDevice device =
                    new VirtualDevice(question, 1).greeting("Hello\n").start();
            assertThatThrownBy(() -> open(device, platform))
                    .as(platform)
                    .satisfies(kind(ErrorKind.PROMPT_NOT_RECOGNISED))
                    .hasMessageContaining(question.strip().substring(0, 5));
            assertThat(device.typed()).as(platform).isEmpty();
        }
    }

    @Test
    void aSilentLineIsWokenOnceAndNotWhereItAsks() throws Exception {
        VirtualDevice device = new VirtualDevice("", 1)
                .greeting("Connected to port 3. Escape character is ~.\n")
                .logout("exit")
                .unknownCommand("")
                .answers("show clock", "now\n")
                .start();
        device.renameTo("R1#");
        DeviceShell shell = open(device, "cisco_ios");
        shell.run("show clock");
        assertThat(outputs(shell)).containsExactly("now\n");
        assertThat(device.typed()).startsWith("");

        VirtualDevice asking = new VirtualDevice("", 1)
                .greeting("Press Enter to accept the terms.\n")
                .start();
        assertThatThrownBy(() -> open(asking, "cisco_ios")).satisfies(kind(ErrorKind.PROMPT_NOT_RECOGNISED));
        assertThat(asking.typed()).isEmpty();
    }

    @Test
    void aWrongSecretIsTypedOnce() {
        VirtualDevice device = new VirtualDevice("R1>", 1)
                .logout("exit")
                .unknownCommand("")
                .answers("enable", "Password: ")
                .answers("wrong-one", "Password: ")
                .start();
        device.promptFor("enable", "");
        device.promptFor("wrong-one", "");
        assertThatThrownBy(() ->
                        open(device, options("cisco_ios").withSecrets(Map.of("enable", Secret.of("wrong-one")))))
                .satisfies(kind(ErrorKind.COMMAND_FAILED))
                .hasMessageContaining("did not take the secret 'enable'")
                .hasMessageNotContaining("wrong-one");
        assertThat(device.typed()).filteredOn("wrong-one"::equals).hasSize(1);
    }

    @Test
    void anAnswerIsNotTypedAgainAndAgain() throws Exception {
        VirtualDevice device =
                new VirtualDevice("R1#", 1).logout("exit").unknownCommand("").start();
        DeviceShell shell = open(device, "cisco_ios");
        device.answers("delete x", "Delete? [Y/N]:").answers("maybe", "Please say Y or N.\nDelete? [Y/N]:");
        device.promptFor("delete x", "");
        device.promptAlways("maybe", "");
        Command command = Command.of("delete x").withAnswers(List.of(Answer.of("Delete\\?", "maybe")));
        assertThatThrownBy(() -> shell.run(command))
                .satisfies(kind(ErrorKind.COMMAND_FAILED))
                .hasMessageContaining("asks the same again and again");
        assertThat(device.typed()).filteredOn("maybe"::equals).hasSize(2);
    }

    /** A code is good once, and each wrong one counts: however the device words its next question. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token:",
                "Wrong token.\nToken:",
                "Wrong token.\nOne-time value (attempt 2 of 3)?",
            })
    void aConfidentialAnswerIsTypedOnce(String secondQuestion) throws Exception {
        VirtualDevice device =
                new VirtualDevice("R1#", 1).logout("exit").unknownCommand("").start();
        DeviceShell shell = open(device, "cisco_ios");
        String question = secondQuestion.contains("attempt") ? "One-time value (attempt 1 of 3)?" : "Token:";
        device.answers("enable-token", question).answers("927461", secondQuestion);
        device.promptFor("enable-token", "");
        device.promptAlways("927461", "");
        Command command = Command.of("enable-token")
                .withAnswers(List.of(Answer.confidential(Pattern.compile("Token|One-time"), Secret.of("927461"))));
        assertThatThrownBy(() -> shell.run(command))
                .satisfies(kind(ErrorKind.COMMAND_FAILED))
                .hasMessageContaining("it was typed once and not again")
                .hasMessageNotContaining("927461");
        assertThat(device.typed()).filteredOn("927461"::equals).hasSize(1);
    }

    /** The same secret, wanted twice by two questions: a new password and its repetition. */
    @Test
    void aConfidentialAnswerMayBeForTwoQuestions() throws Exception {
        VirtualDevice device =
                new VirtualDevice("R1#", 1).logout("exit").unknownCommand("").start();
        DeviceShell shell = open(device, "cisco_ios");
        device.answers("change-key", "New key:");
        device.promptFor("change-key", "");
        device.answers("hunter22", "Repeat the new key:");
        device.promptAlways("hunter22", "");
        Command command = Command.of("change-key")
                .withAnswers(List.of(Answer.confidential(Pattern.compile("(?i)new key"), Secret.of("hunter22"))));
        assertThatThrownBy(() -> shell.run(command)).hasMessageContaining("Repeat the new key:");
        assertThat(device.typed()).filteredOn("hunter22"::equals).hasSize(2);
    }
}
