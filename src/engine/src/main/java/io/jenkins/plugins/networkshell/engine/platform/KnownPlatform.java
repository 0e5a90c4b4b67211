package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** A platform of a catalog. Reading its definition may wait until somebody asks for it. */
interface KnownPlatform {
    Naming naming();

    /** Enough to recognise the platform: its naming, recognition, and the prompts of its modes. */
    Platform outline();

    Platform platform();

    /** What the platform was read from, for those that extend it. */
    MappingNode tree();
}
