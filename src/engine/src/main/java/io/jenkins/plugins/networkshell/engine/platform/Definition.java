package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** A definition that has been read. */
record Definition(Platform platform, MappingNode tree) implements KnownPlatform {
    /**
     * @param tree of the definition itself
     * @param bases finds the tree that the definition extends
     */
    static Definition read(MappingNode tree, Bases bases) throws PlatformDefinitionException {
        FieldReader header = FieldReader.header(tree);
        MappingNode whole = tree;
        if (header.has("extends")) {
            String base = header.text("extends", null);
            boolean itself = base.equals(header.text("name", null));
            whole = Inheritance.merge(bases.tree(base, header), tree, itself);
        }
        return new Definition(PlatformReader.read(whole), whole);
    }

    /** Finds what a definition extends. */
    @FunctionalInterface
    interface Bases {
        /** @param header of the definition that extends it, for the error if the platform does not exist */
        MappingNode tree(String base, FieldReader header) throws PlatformDefinitionException;
    }

    @Override
    public Naming naming() {
        return platform.naming();
    }

    @Override
    public Platform outline() {
        return platform;
    }
}
