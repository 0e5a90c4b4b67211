package io.jenkins.plugins.networkshell.engine.backup.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.credential.CredentialTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of docs/inventories.md are read as they stand there. */
class InventoryDocumentationTest {
    private static final Path DOCUMENT = Path.of("../../docs/inventories.md");
    private static final Pattern EXAMPLE = Pattern.compile("```(?:yaml|csv)\n(.*?)```", Pattern.DOTALL);

    private static Stream<String> examples() throws Exception {
        return EXAMPLE.matcher(Files.readString(DOCUMENT)).results().map(result -> result.group(1));
    }

    @Test
    void everyExampleIsRight() throws Exception {
        assertThat(examples()).hasSize(4);
        for (String example : examples().toList()) {
            if (example.startsWith("credentials:")) {
                assertThat(CredentialTable.parse("example", example).find("10.1.1.1", ""))
                        .isPresent();
            } else {
                assertThat(Inventories.read(example).devices()).isNotEmpty();
            }
        }
    }

    @Test
    void everyFieldAndFormatIsDescribed() throws Exception {
        String document = Files.readString(DOCUMENT);
        assertThat(DeviceField.fieldNames()).allMatch(field -> document.contains("`" + field + "`"));
        assertThat(InventoryFormat.values())
                .filteredOn(format -> format != InventoryFormat.YAML && format != InventoryFormat.CSV)
                .allMatch(format -> document.contains("`" + format.formatName() + "`"));
    }
}
