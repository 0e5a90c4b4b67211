package io.jenkins.plugins.networkshell.cli.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/** The report of a run, for people. */
final class RunText {
    private RunText() {}

    /** @param report as in {@code report.json} */
    static void print(String report, PrintWriter out) throws IOException {
        JsonNode run = new ObjectMapper().readTree(report);
        JsonNode totals = run.path("totals");
        int devices = totals.path("devices").asInt();
        Duration elapsed = Duration.ofMillis(run.path("elapsedMillis").asLong());
        out.println(run.path("startedAt").asText() + ": " + devices + (devices == 1 ? " device, " : " devices, ")
                + totals.path("changed").asInt() + " changed, "
                + totals.path("failed").asInt() + " failed, "
                + Durations.text(elapsed));
        for (JsonNode device : run.path("devices")) {
            String name = device.path("name").asText();
            if (device.path("status").asText().equals("failed")) {
                out.println(
                        "  " + name + ": failed (" + device.path("failureClass").asText() + "): "
                                + Printed.text(device.path("failure").asText()));
            } else if (device.path("changed").asBoolean()) {
                out.println("  " + name + ": "
                        + (device.path("first").asBoolean()
                                ? "new"
                                : "changed +" + device.path("added").asInt() + " -"
                                        + device.path("removed").asInt()));
            }
        }
    }
}
