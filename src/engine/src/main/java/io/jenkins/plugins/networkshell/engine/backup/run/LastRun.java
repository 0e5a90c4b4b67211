package io.jenkins.plugins.networkshell.engine.backup.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The elapsed times of devices in the previous run's report. */
public final class LastRun {
    private LastRun() {}

    /** By device, for those that succeeded; empty if there is no report or something else wrote it. */
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
