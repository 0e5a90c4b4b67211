package io.jenkins.plugins.networkshell.engine.backup.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the report of the run before says about how long devices take. */
public final class LastRun {
    private LastRun() {}

    /** By device, of those that succeeded; none if there is no report, or somebody else wrote it. */
    public static Map<String, Duration> durations(ArchiveReader archive) throws ArchiveException {
        Map<String, Duration> durations = new HashMap<>();
        String json = archive.report().orElse("{}");
        try {
            for (JsonNode device : new ObjectMapper().readTree(json).path("devices")) {
                if (device.path("status").asText().equals("ok")) {
                    durations.put(
                            device.path("name").asText(),
                            Duration.ofMillis(device.path("elapsedMillis").asLong()));
                }
            }
        } catch (JsonProcessingException e) {
            return Map.of(); // the order of the devices is a matter of speed only
        }
        return durations;
    }
}
