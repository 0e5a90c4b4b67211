package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SceneException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SceneErrorsTest {
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "s.yaml: the file is empty, a map of fields is expected"),
                Arguments.of("- a\n", "s.yaml:1: a map of fields is expected"),
                Arguments.of("name: x\npromt: y\n", "s.yaml:2: unknown field 'promt'; allowed: name, "),
                Arguments.of("name: x\nname: y\n", "s.yaml:2: field 'name' is given twice"),
                Arguments.of("commands:\n  - output: x\n", "s.yaml:2: commands[0]: field 'on' is missing"),
                Arguments.of(
                        "commands:\n  - on: a\n    output: x\n    raw: y\n",
                        "s.yaml:2: commands[0]: only one of output, raw, file and generate may be given"),
                Arguments.of(
                        "commands:\n  - on: a\n    generate: {kind: huawei, bytes: 1MB}\n",
                        "s.yaml:3: commands[0].generate.kind: 'huawei' is not known; allowed: cisco-config, huawei-config,"),
                Arguments.of(
                        "commands:\n  - on: a\n    generate: {kind: lines, bytes: lots}\n",
                        "s.yaml:3: commands[0].generate.bytes: a size is expected, for instance 4096, 64KB"),
                Arguments.of(
                        "commands:\n  - on: a\n    mode: b\n",
                        "s.yaml:2: commands[0]: field 'mode' names the mode 'b'"),
                Arguments.of("commands:\n  - on: /(/\n", "s.yaml:2: commands[0].on: not a regular expression: "),
                Arguments.of("faults: [explode]\n", "s.yaml:1: faults[0]: 'explode' is not known; allowed: "),
                Arguments.of("faults: [{afterBytes: 1}]\n", "s.yaml:1: faults[0]: field 'kind' is missing"),
                Arguments.of("latency: soon\n", "s.yaml:1: latency: a duration is expected, for instance 20ms"),
                Arguments.of("terminal: {charset: EBCDICK}\n", "s.yaml:1: terminal.charset: no such character set"),
                Arguments.of("ssh: {auth: []}\n", "s.yaml:1: ssh: version must begin with SSH-2.0-"),
                Arguments.of("chunking: {smallest: 9, largest: 3}\n", "s.yaml:1: chunking: 1 <= smallest"),
                Arguments.of("name: [x\n", "s.yaml:1: this is not YAML: while parsing a flow sequence, expected"),
                Arguments.of("a: &b x\nc: *b\n", "YAML aliases are not allowed"),
                Arguments.of("init_prompt: x\n", "s.yaml:1: field 'commands' is missing"),
                Arguments.of(
                        "init_prompt: x\ncommands:\n  - a: b\n    c: d\n",
                        "s.yaml:3: commands[0]: a map with one entry is expected"),
                Arguments.of(
                        "init_prompt: x\ncommands:\n  a: 'b\\xzz'\n", "hexadecimal digits are expected after '\\x'"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhereAndWhatIsAllowed(String yaml, String message) {
        assertThatThrownBy(() -> Scene.parse(yaml, "s.yaml"))
                .isInstanceOf(SceneException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesTheScenesThatShip() {
        assertThatThrownBy(() -> Scene.shipped("cisco_nx"))
                .hasMessageStartingWith("no scene 'cisco_nx' ships with the simulator; there are ")
                .hasMessageContainingAll(Scene.shippedNames().toArray(new String[0]));
    }

    @Test
    void findsOutputFilesNextToTheScene(@TempDir Path folder) throws Exception {
        Path scene = Files.writeString(folder.resolve("s.yaml"), "commands:\n  - {on: a, file: out.txt}\n");
        assertThatThrownBy(() -> Scene.load(scene))
                .hasMessageContaining("s.yaml:2: commands[0].file: the file can't be read");
        Files.writeString(folder.resolve("out.txt"), "hello");
        assertThat(Scene.load(scene).name()).isEqualTo("s");
    }
}
