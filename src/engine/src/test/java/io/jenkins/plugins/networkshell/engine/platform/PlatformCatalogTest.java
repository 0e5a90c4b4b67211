package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Question;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformCatalogTest {
    private static final String MINE = """
            name: my_switch
            title: My switch
            aliases: [mine]
            modes:
              - {name: exec, prompt: '(?P<host>\\w+)>'}
            """;

    private final PlatformCatalog builtIn = PlatformCatalog.builtIn();

    @TempDir
    private Path directory;

    @Test
    void shipsEveryFileThatIsThere() throws IOException, URISyntaxException {
        Path resources = Path.of(
                        PlatformCatalog.class.getResource("huawei_vrp.yaml").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(resources)) {
            assertThat(builtIn.names())
                    .contains("cisco_ios", "frr", "generic", "huawei_vrp", "linux")
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(file -> file.endsWith(".yaml"))
                            .map(file -> file.replace(".yaml", ""))
                            .toList());
        }
    }

    @Test
    void everyShippedModeHasSamples() {
        for (PlatformFiles.Source source : TestData.shipped()) {
            assertThat(source.text().split("\n {4}prompt: ").length)
                    .as(source.name())
                    .isEqualTo(source.text().split("\n {4}samples:").length);
        }
    }

    @Test
    void findsByNameAndAlias() {
        assertThat(builtIn.find("huawei_vrp")).isPresent();
        assertThat(builtIn.find("ios")).isEqualTo(builtIn.find("cisco_ios"));
        assertThat(builtIn.find("no_such")).isEmpty();
    }

    @Test
    void takesAUsersDefinitionAndLeavesTheOldCatalogAsItIs() throws PlatformDefinitionException {
        PlatformCatalog catalog = builtIn.withText("form", MINE);

        Platform mine = catalog.find("mine").orElseThrow();
        assertThat(mine.title()).isEqualTo("My switch");
        assertThat(mine.terminal()).isEqualTo(Platform.Terminal.DEFAULT);
        assertThat(mine.keepAlive()).isTrue();
        assertThat(mine.paging().answer()).isEqualTo(" ");
        assertThat(mine.recognition().takesPart()).isFalse();
        assertThat(builtIn.find("mine")).isEmpty();
    }

    @Test
    void replacesAShippedDefinition() throws PlatformDefinitionException {
        PlatformCatalog catalog = builtIn.withText("form", MINE.replace("my_switch", "cisco_ios"));

        assertThat(catalog.find("cisco_ios").orElseThrow().title()).isEqualTo("My switch");
        assertThat(catalog.names()).hasSameSizeAs(builtIn.names());
        assertThat(catalog.find("ios")).as("an alias of the replaced one").isEmpty();
    }

    @Test
    void extendsAShippedDefinition() throws PlatformDefinitionException {
        PlatformCatalog catalog = builtIn.withText("form", """
                name: huawei_odd
                extends: huawei_vrp
                modes:
                  - {name: exec, prompt: '@(?P<host>\\w+)>', samples: ['@a>']}
                paging: {answer: x}
                questions: [{expect: 'Really\\?', send: no, times: 1}]
                secrets: ['odd (?P<secret>\\w+)']
                terminal: {charset: GB18030, quiet: 400ms, newline: "\\r"}
                keep_alive: false
                """);

        Platform base = builtIn.find("huawei_vrp").orElseThrow();
        Platform odd = catalog.find("huawei_odd").orElseThrow();
        assertThat(odd.title()).isEqualTo("huawei_odd");
        assertThat(odd.aliases()).isEmpty();
        assertThat(odd.recognition().takesPart()).isFalse();
        assertThat(odd.modes().stream().map(Mode::name)).containsExactly("exec", "configuration");
        assertThat(odd.modes().get(0).prompt().pattern()).isEqualTo("@(?P<host>\\w+)>");
        assertThat(odd.modes().get(0).enter()).isEqualTo(base.modes().get(0).enter());
        assertThat(odd.paging().off()).isEqualTo(base.paging().off());
        assertThat(odd.paging().answer()).isEqualTo("x");
        assertThat(odd.questions()).hasSize(base.questions().size() + 1);
        assertThat(odd.questions().get(0))
                .isEqualTo(new Question(Pattern.compile("Really\\?"), "no", null, true, false, 1, null));
        assertThat(odd.configurations().get(1).secrets().get(0).pattern()).startsWith("odd ");
        assertThat(odd.terminal())
                .isEqualTo(new Platform.Terminal("vt100", 511, 1000, "\r", "GB18030", Duration.ofMillis(400), "?"));
        assertThat(odd.keepAlive()).isFalse();
    }

    @Test
    void extendsTheDefinitionOfTheSameName() throws PlatformDefinitionException {
        PlatformCatalog catalog = builtIn.withText("form", """
                name: cisco_ios
                extends: cisco_ios
                after_login: [terminal no monitor]
                """);

        Platform ios = catalog.find("ios").orElseThrow();
        assertThat(ios.afterLogin()).containsExactly("terminal no monitor");
        assertThat(ios.recognition())
                .isEqualTo(builtIn.find("ios").orElseThrow().recognition());
    }

    @Test
    void readsADirectoryWhoseFilesExtendEachOther() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), "name: a\nextends: b\nkeep_alive: false\n");
        Files.writeString(directory.resolve("b.yml"), "name: b\nmodes: [{name: exec, prompt: '>'}]\n");
        Files.writeString(directory.resolve("notes.txt"), "no YAML: [");

        PlatformCatalog catalog = builtIn.with(directory);

        assertThat(catalog.names()).contains("a", "b");
        assertThat(builtIn.with(directory.resolve("b.yml")).names())
                .contains("b")
                .doesNotContain("a");
    }

    @Test
    void refusesWhatContradictsItselfInADirectory() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), "name: a\nextends: b\n");
        Files.writeString(directory.resolve("b.yaml"), "name: b\n\nextends: a\n");
        assertThatExceptionOfType(PlatformDefinitionException.class)
                .isThrownBy(() -> builtIn.with(directory))
                .withMessage("b.yaml, line 3: 'extends' goes in a circle: a > b > a; allowed: a line of ancestors.");

        Files.writeString(directory.resolve("b.yaml"), "# again\nname: a\n");
        assertThatExceptionOfType(PlatformDefinitionException.class)
                .isThrownBy(() -> builtIn.with(directory))
                .withMessage("b.yaml, line 2: 'name' is 'a', as in a.yaml; allowed: a name of its own.");
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        assertThatExceptionOfType(PlatformDefinitionException.class)
                .isThrownBy(() -> builtIn.with(Path.of("no-such.yaml")))
                .withMessage("no-such.yaml: does not exist; allowed: a YAML file or a directory of YAML files.");

        Path latin = directory.resolve("latin.yaml");
        Files.write(latin, "title: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(PlatformDefinitionException.class)
                .isThrownBy(() -> builtIn.with(latin))
                .withMessage("latin.yaml: is not UTF-8 text; allowed: a YAML file in UTF-8.");
    }

    @Test
    void crossesRemoting() throws IOException, ClassNotFoundException {
        PlatformCatalog catalog = builtIn.withText("form", MINE)
                .withText("form 2", "name: cisco_xr_mine\nextends: my_switch\nkeep_alive: false\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(catalog);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            PlatformCatalog copy = (PlatformCatalog) in.readObject();
            assertThat(copy.all()).isEqualTo(catalog.all());
            assertThat(copy.isBuiltIn("cisco_ios")).isTrue();
            assertThat(copy.isBuiltIn("my_switch")).isFalse();
        }
    }

    /** The index is made by the build: it must not be older than the definitions. */
    @Test
    void theIndexSaysWhatTheDefinitionsSay() throws PlatformDefinitionException {
        assertThat(PlatformFiles.resource("platforms.index"))
                .as("made by the build")
                .contains(PlatformIndex.write(TestData.shipped()));
        assertThat(builtIn.outlines()).hasSameSizeAs(builtIn.all()).zipSatisfy(builtIn.all(), (outline, whole) -> {
            assertThat(outline.naming()).isEqualTo(whole.naming());
            assertThat(outline.recognition()).isEqualTo(whole.recognition());
            assertThat(outline.modes().stream().map(Mode::prompt))
                    .isEqualTo(whole.modes().stream().map(Mode::prompt).toList());
        });
    }

    @Test
    void readsOnlyTheDefinitionsThatAreAskedFor() {
        List<String> read = new ArrayList<>();
        Map<String, KnownPlatform> platforms = ShippedPlatforms.read(file -> {
            read.add(file);
            return PlatformFiles.shipped(file);
        });
        assertThat(platforms.get("frr").naming().title()).startsWith("FRRouting");
        assertThat(platforms.get("frr").outline().modes()).hasSize(3);
        assertThat(read).isEmpty();
        platforms.get("huawei_vrp").platform();
        platforms.get("huawei_vrp").tree();
        assertThat(read).containsExactly("huawei_vrp.yaml");
    }

    @Test
    void whatAnIndexCannotSayPlainlyIsEscaped() throws PlatformDefinitionException {
        String yaml = "name: x\ntitle: \"a\\tb\\\\n\"\nmodes: [{name: exec, prompt: \"\\t\\\\S>\"}]\n";
        PlatformFiles.Source source = new PlatformFiles.Source("x.yaml", yaml);
        PlatformIndex.Entry entry =
                PlatformIndex.parse(PlatformIndex.write(List.of(source))).get(0);
        assertThat(entry.naming().title()).isEqualTo("a\tb\\n");
        assertThat(entry.outline().modes().get(0).prompt().pattern()).isEqualTo("\t\\S>");
    }

    @ParameterizedTest
    @CsvSource({
        "cisco_iso,cisco_ios",
        "Cisco-IOS,cisco_ios",
        "Juniper junos,juniper_junos",
        "comwar,hp_comware",
        "ios-xe,cisco_ios",
        "vrp9,huawei_vrp",
        "huaw,",
        "cisco,",
        "' ',",
        "zzz,"
    })
    void guessesWhatWasMeant(String unknown, String meant) {
        assertThat(PlatformCatalog.builtIn().meantBy(unknown).orElse(null)).isEqualTo(meant);
    }
}
