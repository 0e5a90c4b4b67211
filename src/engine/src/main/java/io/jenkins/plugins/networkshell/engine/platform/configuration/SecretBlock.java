package io.jenkins.plugins.networkshell.engine.platform.configuration;

import com.google.re2j.Pattern;
import java.io.Serializable;

/**
 * Lines that are secret as a whole, such as those of a private key: all lines between two that are not.
 *
 * @param begin found in the line before them; its groups named {@code secret…} are secret, too
 * @param end found in the line after them, with groups that mean the same. A line in which it follows {@code begin}
 *     begins no block.
 */
public record SecretBlock(Pattern begin, Pattern end) implements Serializable {}
