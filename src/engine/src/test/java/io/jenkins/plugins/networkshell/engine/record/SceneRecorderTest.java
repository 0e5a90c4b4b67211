package io.jenkins.plugins.networkshell.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SceneRecorderTest {
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static void receive(SceneRecorder recorder, String text) {
        byte[] bytes = text.getBytes(BYTES);
        recorder.received(bytes, bytes.length);
    }

    private static Script.Transcript written(SceneRecorder recorder) throws IOException {
        StringWriter yaml = new StringWriter();
        recorder.write(yaml, "SSH-2.0-Cisco-1.25", "ops");
        Scene scene = Scene.parse(yaml.toString(), "recorded.yaml");
        assertThat(scene.ssh().version()).isEqualTo("SSH-2.0-Cisco-1.25");
        return (Script.Transcript) scene.script();
    }

    @Property(tries = 500)
    void everyByteComesBack(
            @ForAll
                    @StringLength(max = 30)
                    @Chars({' ', '\n', '\r', '\\', '\t', '#', ':', '\'', '"', 'a', '\u001b', '\u00e4', '-', '|', '\0'})
                    String text)
            throws IOException {
        SceneRecorder recorder = new SceneRecorder("x", BYTES, List.of());
        receive(recorder, text);
        recorder.sending("show\n".getBytes(BYTES));
        receive(recorder, text);
        Script.Transcript transcript = written(recorder);
        assertThat(new String(transcript.initial(), BYTES)).isEqualTo(text);
        assertThat(transcript.entries()).hasSize(1);
        assertThat(transcript.entries().get(0).input()).isEqualTo("show\n");
        assertThat(new String(transcript.entries().get(0).output(), BYTES)).isEqualTo(text);
    }

    @Test
    void allBytesThereAre() throws IOException {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 256; c++) {
            all.append(c);
        }
        SceneRecorder recorder = new SceneRecorder("x", BYTES, List.of());
        receive(recorder, all.toString());
        assertThat(new String(written(recorder).initial(), BYTES)).isEqualTo(all.toString());
    }

    @Test
    void whatAnyPlatformOfTheSessionKnowsToBeSecretIsMasked() throws IOException {
        SceneRecorder recorder = new SceneRecorder("x", BYTES, List.of());
        PlatformCatalog catalog = PlatformCatalog.builtIn();
        recorder.recognised(catalog.find("cisco_ios").orElseThrow());
        recorder.recognised(catalog.find("huawei_vrp").orElseThrow());
        receive(recorder, "enable secret 9 $9$abc\r\n set authentication password cipher S3cr3tThing\r\n");
        assertThat(new String(written(recorder).initial(), BYTES))
                .isEqualTo("enable secret 9 ****\r\n set authentication password cipher ****\r\n");
    }

    @Test
    void secretsAreReplacedWhereverTheyStand() throws IOException {
        Charset utf8 = StandardCharsets.UTF_8;
        SceneRecorder recorder =
                new SceneRecorder("x", utf8, List.of(Secret.of("p\u00e4ss"), Secret.of("p\u00e4ss-longer")));
        recorder.recognised(PlatformCatalog.builtIn().find("cisco_ios").orElseThrow());
        recorder.sending("enable\n".getBytes(utf8));
        receive(recorder, "enable\r\nPassword: ");
        recorder.sending("p\u00e4ss-longer\n".getBytes(utf8));
        byte[] shown = "\r\nR1#echo p\u00e4ss\r\n".getBytes(utf8);
        recorder.received(shown, shown.length);
        recorder.sending("username bob secret hunter2\n".getBytes(utf8));
        receive(recorder, "username bob secret hunter2\r\nenable secret 9 $9$abc\r\nR1#");

        Script.Transcript transcript = written(recorder);
        assertThat(transcript.entries().stream().map(Script.Entry::input))
                .containsExactly("enable\n", "secret\n", "username bob secret ****\n");
        assertThat(new String(transcript.entries().get(1).output(), BYTES)).isEqualTo("\r\nR1#echo secret\r\n");
        assertThat(new String(transcript.entries().get(2).output(), BYTES))
                .isEqualTo("username bob secret ****\r\nenable secret 9 ****\r\nR1#");
    }

    @Test
    void theServersIdentificationMayLackItsProtocol() throws IOException {
        for (String version : List.of("SSH-2.0-Cisco-1.25", "Cisco-1.25")) {
            StringWriter yaml = new StringWriter();
            new SceneRecorder("x", BYTES, List.of()).write(yaml, version, "ops");
            assertThat(Scene.parse(yaml.toString(), "recorded.yaml").ssh().version())
                    .isEqualTo("SSH-2.0-Cisco-1.25");
        }
    }

    /** Replaced first, such a password would make the line unknown to the platform's patterns. */
    @Test
    void aPasswordThatIsAKeywordHidesNoOtherSecret() throws IOException {
        SceneRecorder recorder = new SceneRecorder("x", StandardCharsets.UTF_8, List.of(Secret.of("enable")));
        recorder.recognised(PlatformCatalog.builtIn().find("cisco_ios").orElseThrow());
        recorder.sending("show run\n".getBytes(StandardCharsets.UTF_8));
        receive(recorder, "enable secret 9 $9$abc\r\nR1#");
        assertThat(new String(written(recorder).entries().get(0).output(), BYTES))
                .isEqualTo("secret secret 9 ****\r\nR1#");
    }
}
