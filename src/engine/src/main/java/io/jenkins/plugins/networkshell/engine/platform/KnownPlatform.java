package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** A platform of a catalog. Its definition may be loaded lazily. */
interface KnownPlatform {
    Naming naming();

    /** What is needed to recognise the platform: its naming, recognition, and the prompts of its modes. */
    Platform outline();

    Platform platform();

    /** The source of the platform, for definitions that extend it. */
    MappingNode tree();
}
