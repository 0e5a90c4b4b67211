package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** A platform that ships with the engine. Its definition is read once, on first use. Thread-safe. */
final class ShippedPlatform implements KnownPlatform {
    private final PlatformIndex.Entry entry;
    private final Function<String, PlatformFiles.Source> files;
    private final Definition.Bases bases;

    private Platform outline;
    private Definition definition;

    ShippedPlatform(PlatformIndex.Entry entry, Function<String, PlatformFiles.Source> files, Definition.Bases bases) {
        this.entry = entry;
        this.files = files;
        this.bases = bases;
    }

    @Override
    public Naming naming() {
        return entry.naming();
    }

    @Override
    public synchronized Platform outline() {
        if (outline == null) {
            outline = entry.outline();
        }
        return outline;
    }

    @Override
    public Platform platform() {
        return definition().platform();
    }

    @Override
    public MappingNode tree() {
        return definition().tree();
    }

    private synchronized Definition definition() {
        if (definition == null) {
            definition = read();
        }
        return definition;
    }

    private Definition read() {
        PlatformFiles.Source source = files.apply(entry.file());
        try {
            return Definition.read(DefinitionTree.parse(source.name(), source.text()), bases);
        } catch (PlatformDefinitionException e) {
            throw new IllegalStateException("A shipped platform is wrong. " + e.getMessage(), e);
        }
    }
}
