package io.jenkins.plugins.networkshell.engine.shell;

import java.io.Serializable;
import java.time.Duration;

/**
 * The result of a command.
 *
 * @param command as it was typed, the platform's secrets masked
 * @param output what the device printed for it, exactly: lines end with {@code \n}, the last one only if the device
 *     ended it; empty when the output went to a sink
 * @param failed whether the device said that the command failed
 * @param failed whether the device reported that the command failed
 * @param elapsed from typing the command to the prompt after it
 * @param characters length of the output, wherever it went
 */
public record CommandResult(
        String command, String output, boolean failed, String failure, Duration elapsed, long characters)
        implements Serializable {}
