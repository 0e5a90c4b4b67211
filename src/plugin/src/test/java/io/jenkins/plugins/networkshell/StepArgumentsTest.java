package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.util.XStream2;
import io.jenkins.plugins.networkshell.artifact.ArtifactNames;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.parameter.JumpHost;
import io.jenkins.plugins.networkshell.session.PlannedCommand;
import io.jenkins.plugins.networkshell.step.LoginAnswerEntry;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users write, without a Jenkins around it. */
class StepArgumentsTest {
    private static Secret secretOf(String id) {
        return Secret.of("secret of " + id);
    }

    @ParameterizedTest
    @CsvSource({
        "bastion, , bastion, 22",
        "me@bastion, me, bastion, 22",
        "me@bastion:2200, me, bastion, 2200",
        "me@[2001:db8::1]:2200, me, 2001:db8::1, 2200",
        "[2001:db8::1], , 2001:db8::1, 22",
        "DOMAIN\\me@10.0.0.1, DOMAIN\\me, 10.0.0.1, 22",
    })
    void jumpHosts(String text, String user, String host, int port) {
        assertThat(JumpHost.parse(text)).containsExactly(new JumpHost(user, host, port));
    }

    @Test
    void severalJumpHosts() {
        assertThat(JumpHost.parse("a, me@b:23"))
                .containsExactly(new JumpHost(null, "a", 22), new JumpHost("me", "b", 23));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "me@", "a:0", "a:70000", "a:b", "2001:db8::1", "a,,b"})
    void noJumpHosts(String text) {
        assertThatThrownBy(() -> JumpHost.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, , configs/10.0.0.1.cfg, transcripts/10.0.0.1.txt",
        "core-sw1.example.net, true, configs/core-sw1.example.net.cfg, transcripts/core-sw1.example.net.txt",
        "2001:db8::1, , configs/2001_db8__1.cfg, transcripts/2001_db8__1.txt",
        "../../etc/passwd, , configs/%2E.%2F..%2Fetc%2Fpasswd.cfg, transcripts/%2E.%2F..%2Fetc%2Fpasswd.txt",
        "x, core/one.txt, core/one.txt, transcripts/core/one.txt",
        "x, configs/one, configs/one, transcripts/one.txt",
        "x, a\\b.cfg, a/b.cfg, transcripts/a/b.txt",
    })
    void artifacts(String host, String archive, String configuration, String transcript) {
        ArtifactNames names = ArtifactNames.of(host, 22, archive);
        assertThat(names.configuration(0, "startup")).isEqualTo(configuration);
        assertThat(names.transcript()).isEqualTo(transcript);
    }

    /** Devices behind one address are told apart by the port. */
    @Test
    void anotherPortIsPartOfTheName() {
        ArtifactNames names = ArtifactNames.of("2001:db8::1", 2222, null);
        assertThat(names.configuration(0, "startup")).isEqualTo("configs/2001_db8__1-2222.cfg");
        assertThat(ArtifactNames.of("h", 2222, "one.cfg").configuration(0, "startup"))
                .isEqualTo("one.cfg");
    }

    @Test
    void theFirstCommandInEveryForm() {
        assertThat(StepArguments.firstCommand(Map.of("command", "uptime"))).isEqualTo("uptime");
        assertThat(StepArguments.firstCommand(Map.of("commands", "\n  a b\nc"))).isEqualTo("a b");
        assertThat(StepArguments.firstCommand(Map.of("commands", List.of("a", "b"))))
                .isEqualTo("a");
        assertThat(StepArguments.firstCommand(Map.of("commands", List.of(Map.of("command", "a")))))
                .isEqualTo("a");
        assertThat(StepArguments.firstCommand(Map.of("commands", List.of(new CommandEntry("a")))))
                .isEqualTo("a");
        assertThat(StepArguments.firstCommand(Map.of("host", "h"))).isEmpty();
        assertThat(StepArguments.firstCommand(Map.of("commands", List.of()))).isEmpty();
    }

    @Test
    void aSecondConfigurationHasItsNameInTheFile() {
        assertThat(ArtifactNames.of("h", 22, null).configuration(1, "running")).isEqualTo("configs/h.running.cfg");
        assertThat(ArtifactNames.of("h", 22, "a.b/c").configuration(1, "running"))
                .isEqualTo("a.b/c.running");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/x", "../x", "a/../../x", "C:\\x", "a//b", "a/", "..", "a/./b", "\\\\host\\x", "a\u0000b"})
    void noPlaceForArtifacts(String archive) {
        assertThatThrownBy(() -> ArtifactNames.of("h", 22, archive)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noArtifacts() {
        assertThat(ArtifactNames.of("h", 22, "false")).isNull();
    }

    @Test
    void linesOfOneEntryAreCommandsOfTheirOwn() throws Exception {
        CommandEntry entry = new CommandEntry("  display clock\r\n\n\tdisplay version ");
        entry.setTimeout("2m");
        entry.setAnswers(List.of(new AnswerEntry("Y/N", "Y")));
        assertThat(entry.plan(text -> text, StepArgumentsTest::secretOf))
                .extracting(planned -> planned.text() + " " + planned.timeout().toMinutes() + " "
                        + planned.answers().size())
                .containsExactly("display clock 2 1", "display version 2 1");
    }

    /** A text in a list is an argument at the terminal; a text of its own is a file. */
    @Test
    void aTextInAListIsOneCommand() throws Exception {
        String banner = "banner motd #\nAuthorised users only\n#";
        Map<String, Object> unfolded = StepArguments.unfold(
                Map.of("commands", List.of("system-view", banner, Map.of("command", banner, "timeout", "2m"))));
        List<?> entries = (List<?>) unfolded.get("commands");
        assertThat(((CommandEntry) entries.get(1)).plan(text -> text, StepArgumentsTest::secretOf))
                .extracting(PlannedCommand::text)
                .containsExactly(banner);
        String inForm = "\"\"\"\n" + banner + "\n\"\"\"";
        assertThat(entries.get(2)).isEqualTo(Map.of("command", inForm, "timeout", "2m"));
        List<?> text =
                (List<?>) StepArguments.unfold(Map.of("commands", "a\nb")).get("commands");
        assertThat(((CommandEntry) text.get(0)).plan(same -> same, StepArgumentsTest::secretOf))
                .hasSize(2);

        UninstantiatedDescribable row =
                new UninstantiatedDescribable(Map.of("command", "system-view\n" + inForm, "expect", "disconnect"));
        assertThat(StepArguments.fold(Map.of("commands", List.of(row))))
                .containsEntry(
                        "commands",
                        List.of(
                                Map.of("command", "system-view", "expect", "disconnect"),
                                Map.of("command", banner, "expect", "disconnect")));
    }

    @Test
    void whatCannotBeTypedIsSaidBeforeAnythingIs() {
        CommandEntry tab = new CommandEntry("display\tclock");
        assertThatThrownBy(() -> tab.plan(text -> text, StepArgumentsTest::secretOf))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type blanks");
        CommandEntry other = new CommandEntry("reload");
        other.setExpect("silence");
        assertThatThrownBy(() -> other.plan(text -> text, StepArgumentsTest::secretOf))
                .hasMessageContaining("\"silence\" is not known for expect");
    }

    @Test
    void theHostOfTheBlockIsNoPartOfASnippet() {
        assertThat(StepArguments.fold(Map.of("host", "", "command", "uptime"))).isEqualTo(Map.of("command", "uptime"));
    }

    @Test
    void whatMayBeWrittenShort() {
        Map<String, Object> unfolded = StepArguments.unfold(Map.of(
                "environment",
                Map.of("LANG", "C"),
                "from",
                List.of("a.cfg", "conf/*"),
                "archive",
                false,
                "sshLog",
                true,
                "record",
                true,
                "recordScene",
                false,
                "checksum",
                false,
                "host",
                "h"));
        assertThat(unfolded)
                .containsEntry("environment", List.of(new VariableEntry("LANG", "C")))
                .containsEntry("from", "a.cfg\nconf/*")
                .containsEntry("archive", "false")
                .containsEntry("sshLog", "true")
                .containsEntry("record", "true")
                .containsEntry("recordScene", "false")
                .containsEntry("checksum", "false")
                .containsEntry("host", "h");
    }

    @Test
    void whatIsWrittenInFullStays() {
        List<VariableEntry> variables = List.of(new VariableEntry("LANG", "C"));
        Map<String, String> byId = Map.of("prompt", "code", "credentialsId", "otp");
        Map<String, Object> full = Map.of(
                "environment", variables,
                "from", "a.cfg",
                "sshLog", "ssh-logs/one.log",
                "checksum", "required",
                "loginAnswers", List.of(byId));
        assertThat(StepArguments.unfold(full)).isEqualTo(full);
        assertThat(StepArguments.unfold(Map.of())).isEmpty();
    }

    @Test
    void anAnswerAtLoginMayBeANumber() {
        Map<String, Object> written =
                Map.of("loginAnswers", List.of(Map.of("prompt", "code", "answer", 927461, "credentialsId", "pin")));
        LoginAnswerEntry expected = new LoginAnswerEntry("code");
        expected.setAnswer(hudson.util.Secret.fromString("927461"));
        expected.setCredentialsId("pin");
        assertThat(StepArguments.unfold(written)).containsEntry("loginAnswers", List.of(expected));
    }

    /** As {@code input} returns it for a password. */
    @Test
    void anAnswerAtLoginMayBeASecret() throws Exception {
        hudson.util.Secret code = hudson.util.Secret.fromString("927461");
        Map<String, Object> written = Map.of("prompt", "code", "answer", code);
        assertThat(StepArguments.unfold(Map.of("loginAnswers", List.of(written))))
                .containsEntry("loginAnswers", List.of(written));
        assertThat(new DescribableModel<>(LoginAnswerEntry.class)
                        .instantiate(written, null)
                        .getAnswer())
                .isEqualTo(code);
    }

    /** A text, what {@code input} returns for a password, or credentials. */
    @Test
    void anAnswerMayBeASecret() throws Exception {
        hudson.util.Secret code = hudson.util.Secret.fromString("927461");
        Map<String, Object> answers = Map.of("answers", Map.of("PASSCODE", code));
        List<?> commands = (List<?>) StepArguments.unfold(Map.of(
                        "commands",
                        List.of(
                                Map.of("command", "enable", "answers", Map.of("PASSCODE", code)),
                                Map.of(
                                        "command",
                                        "enable",
                                        "answers",
                                        List.of(Map.of("question", "PASSCODE", "answer", code))))))
                .get("commands");
        List<?> ofSession = (List<?>) StepArguments.unfold(answers).get("answers");
        for (Object command : commands) {
            assertThat(((Map<?, ?>) command).get("answers")).isEqualTo(ofSession);
        }
        AnswerEntry entry = (AnswerEntry) ofSession.get(0);
        assertThat(entry.getAnswer()).isEmpty();
        assertThat(new XStream2().toXML(entry)).doesNotContain("927461");
        assertThat(AnswerEntry.answers(List.of(entry), text -> text, StepArgumentsTest::secretOf))
                .allMatch(answer ->
                        answer.confidential() && answer.text().reveal().equals("927461"));
    }

    @Test
    void anAnswerMayBeInCredentials() throws Exception {
        List<?> entries =
                (List<?>) StepArguments.unfold(Map.of("answers", Map.of("PIN", Map.of("credentialsId", "pin"))))
                        .get("answers");
        AnswerEntry entry = (AnswerEntry) entries.get(0);
        assertThat(entry.getCredentialsId()).isEqualTo("pin");
        assertThat(AnswerEntry.answers(List.of(entry), text -> text, StepArgumentsTest::secretOf))
                .allMatch(answer ->
                        answer.confidential() && answer.text().reveal().equals("secret of pin"));
        UninstantiatedDescribable row =
                new UninstantiatedDescribable(Map.of("question", "PIN", "answer", "", "credentialsId", "pin"));
        assertThat(StepArguments.fold(Map.of("answers", List.of(row))))
                .containsEntry("answers", Map.of("PIN", Map.of("credentialsId", "pin")));
        assertThatThrownBy(() -> StepArguments.unfold(Map.of("answers", Map.of("PIN", Map.of("credentials", "pin")))))
                .hasMessage(
                        "The answer to the question \"PIN\" is a text, a secret, or a map with nothing but credentialsId.");
    }

    private static UninstantiatedDescribable variable(String name, String value) {
        return new UninstantiatedDescribable(Map.of("name", name, "value", value));
    }

    @Test
    void emptyRowsAreNoPartOfASnippet() {
        UninstantiatedDescribable empty = new UninstantiatedDescribable(Map.of("command", ""));
        UninstantiatedDescribable question = new UninstantiatedDescribable(Map.of("question", "", "answer", "y"));
        UninstantiatedDescribable command =
                new UninstantiatedDescribable(Map.of("command", "reload", "answers", List.of(question)));
        assertThat(StepArguments.fold(Map.of(
                        "commands", List.of(empty, command, empty),
                        "answers", List.of(question),
                        "environment", List.of(variable("", ""), variable("TZ", "UTC")))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("commands", List.of("reload"), "environment", Map.of("TZ", "UTC")));
        assertThat(StepArguments.fold(Map.of("commands", List.of(empty)))).isEmpty();
    }

    @Test
    void foldingIsTheReverse() {
        assertThat(StepArguments.fold(Map.of(
                        "environment", List.of(variable("LANG", "C"), variable("TZ", "UTC")),
                        "from", "a.cfg\nconf/*",
                        "archive", "false",
                        "sshLog", "true",
                        "record", "recordings/one.cast",
                        "recordScene", "true",
                        "checksum", "required")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "environment",
                        Map.of("LANG", "C", "TZ", "UTC"),
                        "from",
                        List.of("a.cfg", "conf/*"),
                        "archive",
                        false,
                        "sshLog",
                        true,
                        "record",
                        "recordings/one.cast",
                        "recordScene",
                        true,
                        "checksum",
                        "required"));
        List<UninstantiatedDescribable> twice = List.of(variable("A", "1"), variable("A", "2"));
        assertThat(StepArguments.fold(Map.of("environment", twice, "from", "a.cfg")))
                .containsEntry("environment", twice)
                .containsEntry("from", "a.cfg");
    }
}
