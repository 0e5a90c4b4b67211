package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/simulator.md says is so. */
class DocumentationTest {
    private static String page() throws Exception {
        return Files.readString(Path.of("..", "..", "docs", "simulator.md"));
    }

    @Test
    void itsScenesCanBeCopied() throws Exception {
        List<String> scenes = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(page())
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(scenes).hasSize(3).allSatisfy(yaml -> Scene.parse(yaml, "docs/simulator.md"));
    }

    @ParameterizedTest
    @EnumSource
    void itsTableHasEveryFault(Fault fault) throws Exception {
        assertThat(page()).contains("\n| `" + fault.key() + "` | ");
        assertThat(Scene.parse("faults: [" + fault.key() + "]", "s.yaml")
                        .faults()
                        .get(0)
                        .fault())
                .isEqualTo(fault);
    }

    @Test
    void namesEveryShippedSceneWithItsUserAndPassword() throws Exception {
        String page = page();
        for (String name : Scene.shippedNames()) {
            var user = Scene.shipped(name).login().users().get(0);
            assertThat(page).contains("| `" + name + "` | `" + user.name() + "` `" + user.password() + "`");
        }
    }
}
