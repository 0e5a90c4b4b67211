package io.jenkins.plugins.networkshell.engine.backup.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the archive holds of a device. Immutable.
 *
 * @param versions the oldest one first
 * @param latest SHA-256 of the files of the last good capture, by name, as the archive wrote them
 */
record DeviceIndex(String device, List<Version> versions, Map<String, String> latest) {
    DeviceIndex {
        versions = List.copyOf(versions);
        latest = Collections.unmodifiableMap(new TreeMap<>(latest));
    }

    static DeviceIndex empty(String device) {
        return new DeviceIndex(device, List.of(), Map.of());
    }

    Optional<Version> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    int nextNumber() {
        return newest().map(Version::number).orElse(0) + 1;
    }

    DeviceIndex with(Version version) {
        List<Version> all = new ArrayList<>(versions);
        all.add(version);
        Map<String, String> files = new TreeMap<>(latest);
        version.files().forEach(file -> files.put(file.file(), file.sha256()));
        return new DeviceIndex(device, all, files);
    }

    /** @param files the checksums of the files as they were written */
    DeviceIndex seen(Instant time, Map<String, String> files) {
        List<Version> all = new ArrayList<>(versions);
        newest().ifPresent(version -> all.set(all.size() - 1, version.seen(time)));
        Map<String, String> now = new TreeMap<>(latest);
        now.putAll(files);
        return new DeviceIndex(device, all, now);
    }

    /** An index with only the last versions. */
    DeviceIndex last(int count) {
        return versions.size() <= count
                ? this
                : new DeviceIndex(device, versions.subList(versions.size() - count, versions.size()), latest);
    }
}
