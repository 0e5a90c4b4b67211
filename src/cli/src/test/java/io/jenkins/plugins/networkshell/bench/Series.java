package io.jenkins.plugins.networkshell.bench;

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

    Map<String, List<Chart.Point>> lines() {
        return lines;
    }
}
