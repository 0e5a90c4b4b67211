package io.jenkins.plugins.networkshell.simulator.scene;

import io.jenkins.plugins.networkshell.simulator.traffic.Chunking;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The common part of both scene formats: name, SSH, login, faults, chunking, latency. */
final class CommonReader {
    private final YamlMap root;

    CommonReader(YamlMap root) {
        this.root = root;
    }

    SceneBuilder start() {
        String source = root.node().source;
        SceneBuilder scene = Scene.builder(root.text("name", source.replaceAll(".*[/\\\\]|\\.ya?ml$", "")));
        if (root.has("hostname")) {
            scene.hostName(root.required("hostname"));
        }
        if (root.has("ssh")) {
            scene.ssh(ssh(root.get("ssh")));
        }
        if (root.has("login")) {
            login(new YamlMap(root.get("login"), LoginFields.ALL), scene);
        }
        root.list("faults").forEach(f -> scene.fault(fault(f)));
        if (root.has("chunking")) {
            scene.chunking(chunking(root.get("chunking")));
        }
        return scene.latency(root.duration("latency", Duration.ZERO));
    }

    private static SshSettings ssh(YamlNode node) {
        YamlMap map = new YamlMap(
                node,
                "version",
                "preset",
                "hostKeys",
                "hostKeyAlgorithms",
                "kex",
                "ciphers",
                "macs",
                "auth",
                "maxAuthTries",
                "forwarding");
        SshSettings base = map.choice(
                "preset",
                Map.of("modern", SshSettings.DEFAULT, "legacy", SshSettings.DEFAULT.legacy()),
                SshSettings.DEFAULT);
        List<HostKeyType> hostKeys = map.has("hostKeys")
                ? map.list("hostKeys").stream()
                        .map(k -> YamlMap.choice(k, YamlMap.names(HostKeyType.class)))
                        .toList()
                : base.hostKeys();
        try {
            return new SshSettings(
                    map.text("version", base.version()),
                    hostKeys,
                    map.texts("hostKeyAlgorithms", base.hostKeyAlgorithms()),
                    map.texts("kex", base.kex()),
                    map.texts("ciphers", base.ciphers()),
                    map.texts("macs", base.macs()),
                    map.texts("auth", base.auth()),
                    map.number("maxAuthTries", base.maxAuthTries()),
                    map.flag("forwarding", base.forwarding()));
        } catch (IllegalArgumentException e) {
            throw node.error(e.getMessage());
        }
    }

    private static void login(YamlMap map, SceneBuilder scene) {
        for (YamlNode user : map.list("users")) {
            YamlMap u = new YamlMap(user, "name", "password", "mode");
            scene.user(new User(u.required("name"), u.text("password", ""), u.text("mode", null)));
        }
        map.texts("authorizedKeys", List.of()).forEach(scene::authorizedKey);
        for (YamlNode prompt : map.list("prompts")) {
            YamlMap p = new YamlMap(prompt, "text", "echo", "answer");
            scene.challenge(p.required("text"), p.flag("echo", false), p.text("answer", "${password}"));
        }
        scene.banner(map.text("banner", ""));
        scene.motd(map.text("motd", ""));
        scene.maxShells(map.number("maxShells", 0));
        if (map.has("maxShellsText")) {
            scene.maxShellsText(map.required("maxShellsText"));
        }
        ReplyReader replies = new ReplyReader(null);
        map.list("questions").forEach(q -> scene.loginQuestion(replies.question(q)));
    }

    private static FaultPlan fault(YamlNode node) {
        if (node.kind == YamlNode.Kind.SCALAR) {
            return FaultPlan.of(YamlMap.choice(node, YamlMap.names(Fault.class)));
        }
        YamlMap map = new YamlMap(node, "kind", "afterBytes", "command", "every", "text", "skip", "connections");
        FaultPlan base = FaultPlan.of(
                map.choice("kind", YamlMap.names(Fault.class), null) == null
                        ? missing(node)
                        : map.choice("kind", YamlMap.names(Fault.class), null));
        return new FaultPlan(
                base.fault(),
                map.size("afterBytes", 0),
                map.pattern("command"),
                map.duration("every", base.every()),
                map.text("text", null),
                map.number("skip", 0),
                map.number("connections", Integer.MAX_VALUE));
    }

    private static Fault missing(YamlNode node) {
        throw node.error("field 'kind' is missing; allowed: "
                + String.join(
                        ", ",
                        YamlMap.names(Fault.class).keySet().stream().sorted().toList()));
    }

    private static Chunking chunking(YamlNode node) {
        YamlMap map = new YamlMap(node, "seed", "smallest", "largest", "pauseChance", "pause", "pauseAtLines");
        try {
            int smallest = map.number("smallest", 1);
            return new Chunking(
                    map.size("seed", 0),
                    smallest,
                    map.number("largest", Math.max(smallest, 200)),
                    map.fraction("pauseChance", 0),
                    map.duration("pause", Duration.ofMillis(5)),
                    map.pattern("pauseAtLines"));
        } catch (IllegalArgumentException e) {
            throw e instanceof io.jenkins.plugins.networkshell.simulator.scene.SceneException
                    ? e
                    : node.error(e.getMessage());
        }
    }
}
