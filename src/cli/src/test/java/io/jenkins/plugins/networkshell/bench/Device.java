package io.jenkins.plugins.networkshell.bench;

import java.util.ArrayList;
import java.util.List;

/** Where a simulated device is reached: by itself, or over a link that delays. */
record Device(String host, int port, String user, String password) {
    /** Network Shell as users start it, from {@code ./dev bench}. */
    static final String LAUNCHER = System.getProperty("bench.launcher", "network-shell");

    Device at(int otherPort) {
        return new Device(host, otherPort, user, password);
    }

    List<String> ours(List<String> commands) {
        List<String> all = new ArrayList<>(List.of(
                LAUNCHER,
                "run",
                "--no-ssh-config",
                "--host",
                host,
                "--port",
                String.valueOf(port),
                "--user",
                user,
                "--password-env",
                "NET_PASSWORD",
                "--host-keys",
                "accept-any",
                "--platform",
                "huawei_vrp"));
        all.addAll(commands);
        return all;
    }
}
