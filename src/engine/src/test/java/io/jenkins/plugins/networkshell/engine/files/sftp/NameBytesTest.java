package io.jenkins.plugins.networkshell.engine.files.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.files.NameBytes;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameBytesTest {
    @Test
    void anyBytesComeBack() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            assertThat(NameBytes.encode(NameBytes.decode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void textIsText() {
        String text = "\u65e5\u672c \ud83d\ude00.cfg";
        assertThat(NameBytes.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(NameBytes.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(NameBytes.decode(new byte[] {'r', (byte) 0xe9, '.'})).isEqualTo("r\udce9.");
        assertThat(RemotePath.quoted("r\udce9.\ud83d\ude00")).isEqualTo("'r?.\ud83d\ude00'");
    }
}
