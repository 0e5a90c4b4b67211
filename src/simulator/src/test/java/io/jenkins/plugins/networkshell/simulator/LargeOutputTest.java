package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.output.Generator;
import io.jenkins.plugins.networkshell.simulator.output.Output;
import io.jenkins.plugins.networkshell.simulator.output.Outputs;
import io.jenkins.plugins.networkshell.simulator.output.Source;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated output: the right size, the same every time, in constant memory. */
class LargeOutputTest {
    private static final Outputs UNIX = new Outputs("\n", StandardCharsets.UTF_8, UnaryOperator.identity());

    private static String generate(Generator kind, long bytes, long seed) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Source source = UNIX.open(new Output.Generated(kind, bytes, seed))) {
            for (byte[] block = source.next(); block != null; block = source.next()) {
                all.writeBytes(block);
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void hasItsSizeAndDependsOnTheSeedAlone(Generator kind) throws Exception {
        String text = generate(kind, 100_000, 7);
        assertThat(text).hasSize(100_000).endsWith("\n").isEqualTo(generate(kind, 100_000, 7));
        assertThat(text).isNotEqualTo(generate(kind, 100_000, 8));
    }

    @Test
    void looksLikeAConfiguration() throws Exception {
        assertThat(generate(Generator.HUAWEI_CONFIG, 1_000, 1))
                .startsWith(
                        "!Software Version V200R009C00SPC500\n#\nsysname HUAWEI\n#\ninterface GigabitEthernet0/0/1\n")
                .endsWith("#\nreturn\n");
        assertThat(generate(Generator.CISCO_CONFIG, 1_000, 1))
                .startsWith("Building configuration...\n")
                .endsWith("!\nend\n");
    }

    @Test
    void streamsAHundredMegabytesInSmallBlocks() throws Exception {
        long total = 0;
        try (Source source = UNIX.open(new Output.Generated(Generator.HUAWEI_CONFIG, 100_000_000, 7))) {
            for (byte[] block = source.next(); block != null; block = source.next()) {
                assertThat(block.length).isLessThan(64 * 1024);
                total += block.length;
            }
        }
        assertThat(total).isEqualTo(100_000_000);
    }

    @Test
    void arrivesUnchangedThroughSsh() throws Exception {
        Scene scene = Scene.builder("large")
                .prompt("R#")
                .command("show", Reply.generated(Generator.LINES, 8_000_000, 3))
                .build();
        try (DeviceSimulator simulator = DeviceSimulator.start();
                MinaClient c = new MinaClient(simulator.add(scene))) {
            c.until("R#");
            c.type("show\nexit");
            String text = c.until("\nR#exit");
            String wanted = "show\r\n" + generate(Generator.LINES, 8_000_000, 3).replace("\n", "\r\n") + "R#exit";
            assertThat(crc(text)).isEqualTo(crc(wanted));
            assertThat(text).hasSameSizeAs(wanted);
        }
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
