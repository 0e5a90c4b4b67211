package io.jenkins.plugins.networkshell.engine.shell.border;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeLedgerTest {
    private final PromptKnowledge prompts =
            new PromptKnowledge(List.of(PlatformCatalog.builtIn().find("linux").orElseThrow()));
    private final ProbeLedger ledger = new ProbeLedger(prompts);
    private final List<String> output = new ArrayList<>();

    /** An empty line, typed in the middle of output, brings one prompt more; its first line is no message of the device. */
    @Test
    void anAnswerBehindTheNextEchoTellsWhatBelongsToThePrompt() {
        prompts.prove("└─$");
        ledger.typed("web2#");
        hold("web2#", "┌──[~]", "└─$", "┌──[~]");
        ledger.commandTyped();
        ledger.settleAtEcho("└─$", (text, ended) -> output.add(text));
        assertThat(output).containsExactly("web2#", "┌──[~]");
        assertThat(prompts.leads().count("└─$", List.of("┌──[~]"))).isEqualTo(1);
    }

    @Test
    void aLookAlikeInTheOutputIsNoPartOfThePrompt() {
        prompts.prove("<R1>");
        ledger.typed("");
        hold("<R1>", "<R1>");
        ledger.commandTyped();
        ledger.settleAtEcho("<R1>", (text, ended) -> output.add(text));
        assertThat(output).containsExactly("<R1>");
        assertThat(prompts.leads().hasAny()).isFalse();
    }

    private void hold(String... lines) {
        for (String line : lines) {
            assertThat(ledger.holds(line, true)).as(line).isTrue();
        }
    }
}
