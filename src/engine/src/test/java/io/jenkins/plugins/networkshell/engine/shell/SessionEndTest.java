package io.jenkins.plugins.networkshell.engine.shell;

import static io.jenkins.plugins.networkshell.engine.shell.TestShells.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands that end the session. */
class SessionEndTest {
    @Test
    void aWishedEndIsASuccess() throws Exception {
        for (Command command : List.of(
                Command.of("crash").expectingDisconnect(),
                Command.of("reload in 5").withAnswers(List.of(Answer.of("confirm", ""))))) {
            VirtualDevice device = new VirtualDevice("R1#", 1)
                    .logout("exit")
                    .unknownCommand("")
                    .start();
            DeviceShell shell = open(device, "cisco_ios");
            device.answers("crash", "Bye\n").hangUpAfter("crash");
            if (!command.expectsDisconnect()) {
                device.answers("reload in 5", "Proceed? [confirm]");
                device.promptFor("reload in 5", "");
                device.hangUpAfter("");
            }
            assertThat(shell.run(command).failed()).as(command.text()).isFalse();
            assertThat(shell.finish()).hasSize(1);
        }
    }
}
