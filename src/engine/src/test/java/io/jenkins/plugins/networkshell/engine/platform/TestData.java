package io.jenkins.plugins.networkshell.engine.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The tables of this package's tests: YAML files next to them. */
final class TestData {
    private TestData() {}

    static <T> T read(String file, TypeReference<T> type) {
        try (InputStream in = TestData.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError("Write the table " + file + " in the test resources.");
            }
            return YAMLMapper.builder().build().readValue(in, type);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    /** The definitions that are there, found without the index. */
    static List<PlatformFiles.Source> shipped() {
        try {
            return PlatformFiles.read(
                    Path.of(PlatformCatalog.class.getResource("generic.yaml").toURI())
                            .getParent());
        } catch (PlatformDefinitionException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Lines that a pattern must find, and lines that it must not. */
    record YesNo(List<String> yes, List<String> no) {
        YesNo {
            yes = orEmpty(yes);
            no = orEmpty(no);
        }
    }

    /** Several lines, and what is left of them. */
    record RedactedText(String text, String shown) {}

    record Prompt(String line, String mode, String host, String learned) {}

    record Learned(String host, List<String> not_prompts) {}

    record LongName(String learned, String line, boolean fits) {}

    record Asked(String line, String command, String send, String secret, Boolean newline, String notice) {}

    record Dialogue(String mode, String from, String line, String secret) {}

    /** @param user with {@code when} null: nothing of a change is in the line */
    record Changed(String line, String user, String when) {}

    /** Answers to the command that tells whether anything is unsaved, or texts of the configuration that tells. */
    record Saving(List<String> unsaved, List<String> saved, List<String> unknown) {
        Saving {
            unsaved = orEmpty(unsaved);
            saved = orEmpty(saved);
            unknown = orEmpty(unknown);
        }
    }

    /** @param command null for the first one of the definition */
    record Told(String command, String output, String model, String serial, String version) {
        String command(Facts facts) {
            return command == null ? facts.commands().get(0) : command;
        }
    }

    /** What is known of one platform; see {@code tables/huawei_vrp.yaml}. */
    record Table(
            List<Prompt> prompts,
            List<String> not_prompts,
            Learned learned,
            List<LongName> long_names,
            YesNo failures,
            YesNo messages,
            YesNo pager,
            List<Asked> questions,
            List<Asked> unanswered,
            List<Dialogue> dialogues,
            YesNo volatileLines,
            Map<String, YesNo> end,
            Map<String, List<String>> configuration_commands,
            Map<String, String> redacted,
            List<RedactedText> redacted_texts,
            List<String> kept,
            YesNo looks_like_error,
            List<Changed> changed_by,
            Saving unsaved,
            List<Told> facts) {

        Table {
            long_names = orEmpty(long_names);
            questions = orEmpty(questions);
            unanswered = orEmpty(unanswered);
            dialogues = orEmpty(dialogues);
            kept = orEmpty(kept);
            failures = orEmpty(failures);
            messages = orEmpty(messages);
            pager = orEmpty(pager);
            volatileLines = orEmpty(volatileLines);
            end = orEmpty(end);
            configuration_commands = orEmpty(configuration_commands);
            redacted = orEmpty(redacted);
            redacted_texts = orEmpty(redacted_texts);
            looks_like_error = orEmpty(looks_like_error);
            changed_by = orEmpty(changed_by);
            unsaved = unsaved == null ? new Saving(null, null, null) : unsaved;
            facts = orEmpty(facts);
        }
    }

    private static <E> List<E> orEmpty(List<E> list) {
        return list == null ? List.of() : list;
    }

    private static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : map;
    }

    private static YesNo orEmpty(YesNo lines) {
        return lines == null ? new YesNo(List.of(), List.of()) : lines;
    }

    static Table table(String platform) {
        return read("tables/" + platform + ".yaml", new TypeReference<>() {});
    }
}
