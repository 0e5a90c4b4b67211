package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.TestData.Prompt;
import java.util.List;

/** The prompt behind which a backup reads, as the platform's table shows it. */
public final class TablePrompt {
    private TablePrompt() {}

    /** @param host the name of the device; not used where the prompts of the platform show none */
    public static String of(String platform, String host) {
        List<Prompt> prompts = TestData.table(platform).prompts();
        List<Prompt> named =
                prompts.stream().filter(prompt -> prompt.host() != null).toList();
        Prompt prompt = named.stream()
                .filter(row -> row.mode().equals("privileged"))
                .findFirst()
                .or(() -> named.stream().findFirst())
                .orElseGet(() -> prompts.get(0));
        return prompt.host() == null ? prompt.line() : prompt.line().replace(prompt.host(), host);
    }
}
