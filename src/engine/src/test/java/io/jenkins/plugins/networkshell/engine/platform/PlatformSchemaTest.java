package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the published schema true to what the loader takes. */
class PlatformSchemaTest {
    /** Maven runs tests in the module's directory. */
    private static final Path DOCS = Path.of("..", "..", "docs");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build();

    private final JsonSchema schema = schema();

    static Stream<PlatformFiles.Source> shipped() {
        return TestData.shipped().stream();
    }

    static Stream<PlatformDefinitionErrorsTest.Wrong> wrongShapes() {
        return PlatformDefinitionErrorsTest.wrongs().filter(PlatformDefinitionErrorsTest.Wrong::shape);
    }

    static Stream<PlatformDefinitionErrorsTest.Wrong> otherWrongs() {
        // "field twice" and what is no YAML never reach a schema.
        return PlatformDefinitionErrorsTest.wrongs()
                .filter(wrong -> !wrong.shape() && !wrong.message().contains("YAML"))
                .filter(wrong -> !wrong.title().equals("alias of YAML"))
                .filter(wrong -> Stream.of("empty file", "not a mapping", "two documents", "field twice")
                        .noneMatch(wrong.title()::equals));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void takesTheShippedDefinitions(PlatformFiles.Source source) {
        assertThat(problems(source.text())).as(source.name()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongShapes")
    void refusesWrongShapes(PlatformDefinitionErrorsTest.Wrong wrong) {
        assertThat(problems(wrong.yaml())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("otherWrongs")
    void leavesTheRestToTheLoader(PlatformDefinitionErrorsTest.Wrong wrong) {
        assertThat(problems(wrong.yaml())).isEmpty();
    }

    @Test
    void takesTheExamplesOfTheDocumentation() throws IOException, PlatformDefinitionException {
        String page = Files.readString(DOCS.resolve("platforms.md"));
        String[] blocks = page.split("```yaml\n");
        PlatformCatalog catalog = PlatformCatalog.builtIn();
        int examples = 0;
        for (int i = 1; i < blocks.length; i++) {
            String yaml = blocks[i].substring(0, blocks[i].indexOf("```"));
            if (yaml.startsWith("name: ")) {
                assertThat(problems(yaml)).as(yaml).isEmpty();
                catalog = catalog.withText("platforms.md", yaml);
                examples++;
            }
        }
        assertThat(examples).isGreaterThanOrEqualTo(2);
    }

    private Set<ValidationMessage> problems(String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            return schema.validate(tree);
        } catch (IOException e) {
            throw new AssertionError(yaml, e);
        }
    }

    private static JsonSchema schema() {
        try {
            JsonNode tree = new ObjectMapper()
                    .readTree(DOCS.resolve("platform-schema.json").toFile());
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(tree);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
