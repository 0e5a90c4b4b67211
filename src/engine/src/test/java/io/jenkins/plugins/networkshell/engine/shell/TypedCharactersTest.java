package io.jenkins.plugins.networkshell.engine.shell;

import static io.jenkins.plugins.networkshell.engine.shell.TestShells.kind;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.open;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Characters that can be typed: those of the device's character set, named or detected, except its help key. */
class TypedCharactersTest {
    @Test
    void whatTheDeviceCannotGetIsNotTyped() throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", 1)
                .charset(StandardCharsets.ISO_8859_1)
                .logout("exit")
                .unknownCommand("")
                .start();
        DeviceShell shell = open(device, options("cisco_ios").withCharset(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> shell.run("description 5 € x"))
                .satisfies(kind(ErrorKind.COMMAND_FAILED))
                .hasMessageContaining("ISO-8859-1 has no character '€' (U+20AC)");
        assertThatThrownBy(() -> shell.run("show ip ?"))
                .satisfies(kind(ErrorKind.COMMAND_FAILED))
                .hasMessageContaining("'?' brings help as soon as it is typed on cisco_ios");
        assertThat(device.typed()).noneMatch(line -> line.contains("5") && line.contains("x"));
        assertThat(device.typed()).noneMatch(line -> line.contains("show ip"));
        assertThat(shell.results()).isEmpty();
    }

    @Test
    void theEncodingIsFoundByWhatTheDevicePrints() throws Exception {
        Charset gbk = Charset.forName("GBK");
        for (int piece : List.of(1, 3, 1000)) {
            VirtualDevice device = new VirtualDevice("R1#", piece)
                    .charset(gbk)
                    .logout("exit")
                    .unknownCommand("")
                    .cutInto(piece, Duration.ZERO)
                    .answers("show vlan", "10 办公网（三楼）\n20 设备\n")
                    .answers("name 服务器", "改名成功\n")
                    .start();
            DeviceShell shell = open(device, options("cisco_ios").withCharset(DeviceCharset.AUTO));

            assertThatThrownBy(() -> shell.run("name 服务器"))
                    .satisfies(kind(ErrorKind.COMMAND_FAILED))
                    .hasMessageContaining("US-ASCII has no character '服'")
                    .satisfies(e ->
                            assertThat(((NetworkShellException) e).describe()).contains("printed too little"));
            shell.run("show vlan");
            shell.run("name 服务器");
            assertThat(shell.finish())
                    .extracting(CommandResult::output)
                    .containsExactly("10 办公网（三楼）\n20 设备\n", "改名成功\n");
        }
    }

    @Test
    void aQuestionThatEndsInCharactersOfUnknownEncodingIsSeen() throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", 1)
                .charset(Charset.forName("GBK"))
                .logout("exit")
                .unknownCommand("")
                .answers("reset", "是否继续？")
                .answers("y", "完成\n")
                .start();
        device.promptFor("reset", "");
        DeviceShell shell = open(device, options("cisco_ios").withCharset(DeviceCharset.AUTO));
        shell.run(Command.of("reset").withAnswers(List.of(Answer.of("继续", "y"))));
        assertThat(shell.finish().get(0).output()).endsWith("完成\n");
    }
}
