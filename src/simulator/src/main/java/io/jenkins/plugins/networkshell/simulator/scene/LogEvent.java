package io.jenkins.plugins.networkshell.simulator.scene;

import java.time.Duration;

/**
 * Text that a device prints unasked at any time: its log on the terminal.
 *
 * @param after from the shell's start to the first
 * @param every interval between later ones; zero: only one
 * @param text with {@code ${…}} placeholders; printed where the cursor is
 * @param redraw whether prompt and unfinished input are printed again after it
 */
public record LogEvent(Duration after, Duration every, String text, boolean redraw) {}
