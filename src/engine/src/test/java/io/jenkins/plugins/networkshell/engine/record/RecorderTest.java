package io.jenkins.plugins.networkshell.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecorderTest {
    private static final String SAID = "<sw1>display saved\r\n"
            + " local-user a password irreversible-cipher $1a$abc$def$\r\n"
            + "ünï \u001b[42D \"quoted\" \\ hunter2hunter2 and hunter2\r\n"
            + "\t<sw1>";

    private static final AsciicastHeader HEADER = new AsciicastHeader("sw", 80, 24, Instant.EPOCH);

    private final StringWriter out = new StringWriter();
    private long now;
    private final Recorder recorder = new Recorder(
            out,
            new AsciicastHeader("sw \"1\"", 80, 24, Instant.ofEpochSecond(1_000)),
            StandardCharsets.UTF_8,
            List.of(Secret.of("hunter2"), Secret.of("hunter2hunter2"), Secret.of("")),
            () -> now);

    private String played() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder screen = new StringBuilder();
        for (String line : out.toString().lines().skip(1).toList()) {
            JsonNode event = mapper.readTree(line);
            assertThat(event).hasSize(3);
            screen.append(event.get(2).asText());
        }
        return screen.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsPlayedIsWhatWasSaidHoweverItWasCutAndWithoutSecrets(long seed) throws IOException {
        recorder.recognised(PlatformCatalog.builtIn().find("huawei_vrp").orElseThrow());
        byte[] bytes = SAID.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        for (int from = 0; from < bytes.length; ) {
            int count = Math.min(bytes.length - from, 1 + random.nextInt(9));
            byte[] piece = new byte[16];
            System.arraycopy(bytes, from, piece, 0, count);
            recorder.received(piece, count);
            from += count;
        }
        recorder.close();

        assertThat(played())
                .isEqualTo(SAID.replace("hunter2hunter2", "****")
                        .replace("hunter2", "****")
                        .replace("$1a$abc$def$", "****"));
    }

    @Test
    void theLinesOfAPrivateKeyAreMasked() throws IOException {
        recorder.recognised(PlatformCatalog.builtIn().find("fortinet").orElseThrow());
        String said = "set private-key \"-----BEGIN RSA PRIVATE KEY-----\r\nline one\r\nline two\r\n"
                + "-----END RSA PRIVATE KEY-----\"\r\nnext\r\n";
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        recorder.received(bytes, bytes.length);
        recorder.close();

        assertThat(played()).isEqualTo(said.replace("line one", "****").replace("line two", "****"));
    }

    @Test
    void theHeaderIsThatOfTheFormat() throws IOException {
        JsonNode header = new ObjectMapper().readTree(out.toString());

        assertThat(header.get("version").asInt()).isEqualTo(2);
        assertThat(header.get("width").asInt()).isEqualTo(80);
        assertThat(header.get("height").asInt()).isEqualTo(24);
        assertThat(header.get("timestamp").asLong()).isEqualTo(1_000);
        assertThat(header.get("title").asText()).isEqualTo("sw \"1\"");
    }

    @Test
    void thePromptIsSeenBeforeWeTypeBehindIt() throws IOException {
        recorder.received("<sw1>".getBytes(StandardCharsets.UTF_8), 5);
        assertThat(played()).isEmpty();
        now = 1_500_000_000;
        recorder.sending(new byte[0]);

        assertThat(played()).isEqualTo("<sw1>");
        assertThat(out.toString()).contains("[1.500000, \"o\", \"<sw1>\"]");
    }

    @Test
    void theBeginningOfASecretWaitsForItsEnd() throws IOException {
        recorder.received("echo hun".getBytes(StandardCharsets.UTF_8), 8);
        recorder.sending(new byte[0]);
        assertThat(played()).isEmpty();
        recorder.received("ter2\n".getBytes(StandardCharsets.UTF_8), 5);

        assertThat(played()).isEqualTo("echo ****\n");
    }

    @Test
    void aLineWithoutEndIsWrittenInParts() throws IOException {
        byte[] piece = "x".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 200; i++) {
            recorder.received(piece, piece.length);
        }
        assertThat(played().length()).isGreaterThan(100_000);
        recorder.close();
        assertThat(played()).hasSize(200_000);
    }

    @Test
    void whatCouldNotBeWrittenIsTold() throws IOException {
        assertThat(recorder.failure()).isEmpty();
        Writer full = new FilterWriter(new StringWriter()) {
            private int events;

            @Override
            public void write(String text) throws IOException {
                if (events++ > 1) {
                    throw new IOException("No space left on device");
                }
                super.write(text);
            }

            @Override
            public void close() throws IOException {
                throw new IOException("closed in vain");
            }
        };
        Recorder losing = new Recorder(full, HEADER, StandardCharsets.UTF_8, List.of());
        byte[] line = "a line\n".getBytes(StandardCharsets.UTF_8);
        losing.received(line, line.length);
        assertThat(losing.failure()).isEmpty();
        for (int i = 0; i < 10; i++) {
            losing.received(line, line.length);
            losing.sending(new byte[0]);
        }
        losing.close();
        assertThat(losing.failure()).get().asString().endsWith("No space left on device");
    }

    @Test
    void whatIsLostInClosingIsTold() throws IOException {
        Recorder losing = new Recorder(
                new StringWriter() {
                    @Override
                    public void close() throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                HEADER,
                StandardCharsets.UTF_8,
                List.of());
        losing.close();
        assertThat(losing.failure()).isPresent();
    }
}
