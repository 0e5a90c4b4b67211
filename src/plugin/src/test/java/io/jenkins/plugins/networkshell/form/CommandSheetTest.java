package io.jenkins.plugins.networkshell.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.form.CommandSheet.Command;
import io.jenkins.plugins.networkshell.form.CommandSheet.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands as one text with rows of options, and back; an option is any text here. */
class CommandSheetTest {
    private static final String NONE = "";

    private static Command<String> command(String text, String options) {
        return new Command<>(text, options);
    }

    private static CommandSheet<String> sheet(String text, List<Row<String>> rows) {
        return new CommandSheet<>(text, rows, NONE);
    }

    private static List<String> rows(CommandSheet<String> sheet) {
        return sheet.rows().stream()
                .map(row -> row.getLine() + "|" + row.getNumber() + "|" + row.getOptions())
                .toList();
    }

    @Test
    void aLineEachAndARowForEachWithOptions() {
        List<Command<String>> commands = List.of(
                command("display version", NONE), command("save", "slow"), command("banner #\nHello\n\n#", "may fail"));
        CommandSheet<String> sheet = CommandSheet.of(commands, NONE);
        assertThat(sheet.text()).isEqualTo("display version\nsave\n\"\"\"\nbanner #\nHello\n\n#\n\"\"\"");
        assertThat(rows(sheet)).containsExactly("save||slow", "banner #||may fail");
        assertThat(sheet.commands()).isEqualTo(commands);
    }

    /** Enter at the end, blanks at the beginning: what a command reads is typed as it stands. */
    @Test
    void whatACommandReadsStaysAsItIs() {
        List<Command<String>> commands =
                List.of(command("copy a b\n", NONE), command("\nx", NONE), command("  indented", NONE));
        assertThat(CommandSheet.of(commands, NONE).commands()).isEqualTo(commands);
    }

    @Test
    void equalCommandsWithEqualOptionsHaveOneRow() {
        List<Command<String>> commands =
                List.of(command("save", "slow"), command("quit", NONE), command("save", "slow"));
        CommandSheet<String> sheet = CommandSheet.of(commands, NONE);
        assertThat(rows(sheet)).containsExactly("save||slow");
        assertThat(sheet.commands()).isEqualTo(commands);
    }

    @Test
    void equalCommandsWithOtherOptionsAreNumbered() {
        List<Command<String>> commands =
                List.of(command("save", NONE), command("save", "slow"), command("commit", "a"), command("commit", "b"));
        CommandSheet<String> sheet = CommandSheet.of(commands, NONE);
        assertThat(rows(sheet)).containsExactly("save|2|slow", "commit|1|a", "commit|2|b");
        assertThat(sheet.commands()).isEqualTo(commands);
    }

    /** A number of the line would have moved the options to another command. */
    @Test
    void optionsStayWithTheirCommandWhenLinesComeAndGo() {
        List<Row<String>> rows = List.of(new Row<>(" save ", null, "slow"), new Row<>("", "", NONE));
        assertThat(sheet("\nnew\r\n  save\nlast", rows).commands())
                .containsExactly(command("new", NONE), command("save", "slow"), command("last", NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a,save|sav||There are options for the command \"sav\", which is not among the commands: a, save.",
                "a,b,c,d,e,f|g||There are options for the command \"g\", which is not among the commands: a, b, c, d, e, ….",
                "^^|save||There are options for the command \"save\", but no commands.",
                "a,save|^^||Options need the command that they are for: give its line.",
                "save,save|save|3|\"3\" is not one of the commands \"save\". Allowed: 1 to 2, or nothing for all of them.",
                "save|save|0|\"0\" is not one of the commands \"save\". Allowed: 1 to 1, or nothing for all of them.",
                "save|save|first|\"first\" is not one of the commands \"save\". Allowed: 1 to 1, or nothing for all of them.",
            })
    void aRowForNoCommandIsToldInOneSentence(String commands, String line, String number, String sentence) {
        String text = commands.replace(',', '\n');
        CommandSheet<String> sheet = sheet(text, List.of(new Row<>(line, number, "slow")));
        assertThatThrownBy(sheet::commands)
                .isInstanceOf(FormMistake.class)
                .hasToString(sentence) // Pipeline Syntax prints the exception
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
        assertThat(FormChecks.commandLine(text, line, number)).hasToString("ERROR: " + Util.escape(sentence));
    }

    @Test
    void twoRowsForOneCommandContradictEachOther() {
        CommandSheet<String> sheet =
                sheet("save\nsave", List.of(new Row<>("save", "", "slow"), new Row<>("save", "2", "may fail")));
        assertThatThrownBy(sheet::commands)
                .hasMessage("The command \"save\" has two rows of options. Give it one row.");
    }

    @Test
    void aCommandThatNeverEndsIsTold() {
        CommandSheet<String> sheet = sheet("save\n\"\"\"\nbanner #", List.of(new Row<>("save", "", "slow")));
        assertThatThrownBy(sheet::commands).isInstanceOf(FormMistake.class).hasMessageContaining("\"\"\"");
        assertThat(FormChecks.commands(sheet.text()).kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(FormChecks.commands("save")).isEqualTo(FormValidation.ok());
        assertThat(FormChecks.commands(" \n ")).hasToString("ERROR: Give at least one command.");
        // One that was saved like this is shown like this.
        assertThat(CommandSheet.of(List.of(command("\"\"\"\nbanner #", NONE)), NONE)
                        .text())
                .isEqualTo("\"\"\"\nbanner #");
    }
}
