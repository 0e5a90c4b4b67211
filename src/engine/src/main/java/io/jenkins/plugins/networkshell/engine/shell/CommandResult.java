package io.jenkins.plugins.networkshell.engine.shell;

import java.io.Serializable;
import java.time.Duration;

/**
 * The result of a command. Immutable.
 *
 * @param command as it was typed, the platform's secrets masked
 * @param output what the device printed for it, exactly: lines end with {@code \n}, the last one only if the device
 *     ended it; empty when the output went to a sink
 * @param failed whether the device said that the command failed, as the platform's {@code failures} describe
 * @param failure the line in which it said so, the platform's secrets masked; null if it did not
 * @param elapsed from typing the command to the prompt after it
 * @param characters of the output, line ends included, wherever it went
 */
public record CommandResult(
        String command, String output, boolean failed, String failure, Duration elapsed, long characters)
        implements Serializable {}
