package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What Oxidized holds its models to, read from a checkout: {@code -Dnetworkshell.oxidized=DIR} names its {@code
 * spec/model/data}. Files are called {@code MODEL#DEVICE#KIND.yaml}; of interest are the prompts, and the secrets that
 * must be gone from a recorded session.
 */
class OxidizedDataTest {
    private static final Map<String, String> PLATFORMS = Map.ofEntries(
            Map.entry("ironware", "ruckus_fastiron"),
            Map.entry("fastiron", "brocade_fastiron"),
            Map.entry("mlnxos", "mellanox_mlnxos"),
            Map.entry("netgear", "netgear_prosafe"),
            Map.entry("tplink", "tplink_jetstream"),
            Map.entry("tnsr", "tnsr"),
            Map.entry("vsololt", "vsol_olt"),
            Map.entry("sonicos", "sonicwall_sonicos"),
            Map.entry("saos10", "ciena_saos10"),
            Map.entry("cumulus", "cumulus"),
            Map.entry("opnsense", "opnsense"),
            Map.entry("pfsense", "pfsense"),
            Map.entry("aos7", "alcatel_aos"));

    /** Lines that are prompts, or texts that must be gone. */
    private record PassFail(List<String> pass, List<String> fail) {}

    @TestFactory
    Stream<DynamicTest> dataOfOxidized() throws IOException {
        String folder = System.getProperty("networkshell.oxidized");
        assumeTrue(folder != null, "-Dnetworkshell.oxidized names no folder");
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().flatMap(OxidizedDataTest::tests).toList().stream();
        }
    }

    private static Stream<DynamicTest> tests(Path file) {
        String[] name = file.getFileName().toString().split("#");
        if (name.length != 3 || !PLATFORMS.containsKey(name[0])) {
            return Stream.empty();
        }
        Platform platform =
                PlatformCatalog.builtIn().find(PLATFORMS.get(name[0])).orElseThrow();
        return switch (name[2]) {
            case "prompt.yaml" ->
                read(file, new TypeReference<PassFail>() {}).pass().stream()
                        .map(line -> dynamicTest(platform.name() + " has " + line, () -> isPrompt(platform, line)));
            case "secret.yaml" ->
                Stream.of(dynamicTest(platform.name() + " hides all in " + name[1], () -> hides(platform, file)));
            default -> Stream.empty();
        };
    }

    private static void isPrompt(Platform platform, String line) {
        // What a terminal shows: a pager's line is erased by backspaces and blanks, and trailing blanks do not count.
        String shown = line.replaceAll("\\x08+ +\\x08+", "").replace("\r", "").replaceAll("\\s+$", "");
        assertThat(platform.modes()).anyMatch(mode -> mode.prompt().matches(shown));
    }

    /** Oxidized writes a word in place of a secret; here it is enough that the secret is gone. */
    private static void hides(Platform platform, Path file) throws IOException {
        Path session = file.resolveSibling(file.getFileName().toString().replace("#secret.", "#simulation."));
        SecretRedactor redactor = SecretRedactor.of(platform);
        List<String> lines = Files.readAllLines(session).stream()
                .map(line -> line.strip()
                        .replaceAll("(\\\\r)+$", "")
                        .replace("\\\"", "\"")
                        .strip())
                .map(redactor::redact)
                .toList();
        for (String secret : read(file, new TypeReference<PassFail>() {}).fail()) {
            assertThat(lines).noneMatch(line -> line.contains(secret));
        }
    }

    private static <T> T read(Path file, TypeReference<T> type) {
        try {
            return YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
