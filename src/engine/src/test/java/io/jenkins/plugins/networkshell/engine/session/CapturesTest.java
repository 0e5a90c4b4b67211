package io.jenkins.plugins.networkshell.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.error.ConfigurationIncompleteException;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.LinePatterns;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturesTest {
    private static final Configuration STARTUP = configuration("startup", "^return$");
    private static final Configuration RUNNING = configuration("running", "^return$");
    /** Of a platform that prints no end mark. */
    private static final Configuration UNMARKED = configuration("unmarked", null);

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final SessionListener listener = new SessionListener() {
        @Override
        public void kept(KeptConfiguration configuration) {
            told.add("kept " + configuration.name());
        }

        @Override
        public void notice(String sentence) {
            told.add(sentence);
        }
    };

    private Captures captures;

    @AfterEach
    void nothingStaysBehindThatIsNotComplete() throws IOException {
        captures.close();
        assertThat(files()).noneMatch(name -> name.endsWith(".new"));
    }

    private static Configuration configuration(String name, String end) {
        return new Configuration(
                name, List.of("show " + name), end == null ? null : Pattern.compile(end), LinePatterns.NONE);
    }

    private static CommandResult result(String failure) {
        return new CommandResult("show", "", failure != null, failure, Duration.ZERO, 0);
    }

    /** @param texts what the commands print, one configuration each */
    private void print(List<Configuration> configurations, String... texts) throws IOException {
        captures = new Captures("sw", CaptureFiles.of(new ConfigurationArchive(folder), "sw"), listener);
        for (int i = 0; i < texts.length; i++) {
            var sink = captures.begin(i, configurations.get(i));
            texts[i].lines().forEach(line -> sink.text(line, true));
        }
    }

    private List<String> files() throws IOException {
        captures.close(); // removes what was not kept
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theFirstKindHasThePlainNameAndAnotherKindItsOwn() throws IOException {
        print(List.of(RUNNING, STARTUP, RUNNING), "a\nreturn", "b\nreturn", "c\nreturn");
        captures.keep(List.of(result(null), result(null), result(null)));

        assertThat(files()).containsExactly("sw.cfg", "sw.startup.cfg");
        assertThat(folder.resolve("sw.cfg")).hasContent("c\nreturn\n");
        assertThat(captures.kept()).extracting(KeptConfiguration::name).containsExactly("running", "startup");
    }

    @Test
    void allThatAreIncompleteAreToldAndTheOthersKept() throws IOException {
        print(List.of(STARTUP, RUNNING, UNMARKED), "a\nretu", "", "c");

        assertThatThrownBy(() -> captures.keep(List.of(result(null), result(null), result(null))))
                .isInstanceOf(ConfigurationIncompleteException.class)
                .hasMessageContaining("'retu'");
        assertThat(told).hasSize(2).contains("kept unmarked").anyMatch(sentence -> sentence.contains("it is empty"));
        assertThat(files()).containsExactly("sw.unmarked.cfg");
    }

    @Test
    void whatTheDeviceRefusedIsNoConfigurationAndNotIncomplete() throws IOException {
        print(List.of(STARTUP), "Error: no permission");
        captures.keep(List.of(result("Error: no permission")));

        assertThat(files()).isEmpty();
    }

    @Test
    void afterABreakOnlyTheEndMarkCounts() throws IOException {
        print(List.of(STARTUP, UNMARKED, RUNNING), "a\nreturn", "b", "c\nreturn");
        captures.keepAfterBreak(List.of(result(null), result(null), result(null)), 2);

        assertThat(files()).containsExactly("sw.cfg");
        assertThat(told).containsExactly("kept startup");
    }
}
