package io.jenkins.plugins.networkshell.engine.backup.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes the archive's JSON files. */
final class ArchiveJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ArchiveJson() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static String text(ObjectNode object) {
        try {
            return JSON.writeValueAsString(object) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // trees can always be written
        }
    }

    /** @throws DamagedException if it is not a JSON object */
    static JsonNode read(Path file) throws IOException, DamagedException {
        try {
            JsonNode node = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw new DamagedException(file, e);
        }
        throw new DamagedException(file, null);
    }

    /** A file of the archive is damaged. It can be rebuilt from others. */
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedException(Path file, Throwable cause) {
            super(file + " is damaged.", cause);
        }
    }

    static ObjectNode index(DeviceIndex index) {
        ObjectNode object = object().put("device", index.device());
        ObjectNode latest = object.putObject("latest");
        index.latest().forEach(latest::put);
        ArrayNode versions = object.putArray("versions");
        for (Version version : index.versions()) {
            ObjectNode node = versions.addObject()
                    .put("number", version.number())
                    .put("since", version.since().toString())
                    .put("until", version.until().toString())
                    .put("platform", version.platform());
            if (version.changedBy() != null) {
                changedBy(node.putObject("changedBy"), version.changedBy());
            }
            ArrayNode files = node.putArray("files");
            version.files().forEach(file -> file(files.addObject(), file));
        }
        return object;
    }

    static void changedBy(ObjectNode object, ConfigurationChange changedBy) {
        object.put("user", changedBy.user()).put("when", changedBy.when());
    }

    static ObjectNode file(ObjectNode object, VersionFile file) {
        return object.put("configuration", file.configuration())
                .put("form", file.form().name().toLowerCase(Locale.ROOT))
                .put("file", file.file())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256());
    }

    static DeviceIndex index(Path path) throws IOException, DamagedException {
        JsonNode node = read(path);
        try {
            List<Version> versions = new ArrayList<>();
            for (JsonNode version : required(node, "versions")) {
                versions.add(new Version(
                        required(version, "number").asInt(),
                        time(version, "since"),
                        time(version, "until"),
                        text(version, "platform"),
                        changedBy(version.get("changedBy")),
                        files(required(version, "files"))));
            }
            Map<String, String> latest = new TreeMap<>();
            for (Map.Entry<String, JsonNode> file : required(node, "latest").properties()) {
                latest.put(file.getKey(), file.getValue().asText());
            }
            return new DeviceIndex(required(node, "device").asText(), versions, latest);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DamagedException(path, e);
        }
    }

    /** A version from the evidence in its folder. */
    static Version version(int number, Path evidence) throws IOException, DamagedException {
        JsonNode node = read(evidence);
        try {
            Instant taken = time(node, "takenAt");
            JsonNode configurations = required(node, "configurations");
            JsonNode first = configurations.path(0).get("changedBy");
            return new Version(number, taken, taken, text(node, "platform"), changedBy(first), files(configurations));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DamagedException(evidence, e);
        }
    }

    private static List<VersionFile> files(JsonNode nodes) {
        List<VersionFile> files = new ArrayList<>();
        for (JsonNode node : nodes) {
            files.add(new VersionFile(
                    required(node, "configuration").asText(),
                    ConfigurationForm.valueOf(required(node, "form").asText().toUpperCase(Locale.ROOT)),
                    fileName(required(node, "file").asText()),
                    required(node, "bytes").asLong(),
                    required(node, "sha256").asText()));
        }
        return files;
    }

    /** Checks the name, because it becomes a path that is written to, and anybody may have edited the file. */
    private static String fileName(String name) {
        if (!name.matches("[A-Za-z0-9%_~-][A-Za-z0-9%._~-]*\\.cfg")) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a configuration's file");
        }
        return name;
    }

    private static ConfigurationChange changedBy(JsonNode node) {
        return node == null || node.isNull() ? null : new ConfigurationChange(text(node, "user"), text(node, "when"));
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(required(node, field).asText());
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
