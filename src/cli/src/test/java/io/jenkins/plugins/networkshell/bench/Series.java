package io.jenkins.plugins.networkshell.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a {@link Chart} while they are measured. */
final class Series {
    private final Map<String, List<Chart.Point>> lines = new LinkedHashMap<>();

    void add(String name, double x, double y) {
        lines.computeIfAbsent(name, key -> new ArrayList<>()).add(new Chart.Point(x, y));
    }

    /** A process that may fail, as a peer does now and then among thousands of devices: that leaves a gap in the line. */
    @FunctionalInterface
    interface Measurement {
        Started run() throws IOException, InterruptedException;
    }

    void add(String name, double x, Measurement measurement) throws InterruptedException {
        try {
            add(name, x, measurement.run().wall());
        } catch (IOException e) {
            System.err.println(name + " has no point at " + (long) x + ": " + e.getMessage());
        }
    }

    Map<String, List<Chart.Point>> lines() {
        return lines;
    }
}
