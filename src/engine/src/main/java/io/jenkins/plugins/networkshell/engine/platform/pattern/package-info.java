/**
 * Many patterns on each line, fast: of a pattern it is known which text every match of it has to contain, and one pass
 * over a line finds all of these texts. Knows patterns only, not what they are for.
 */
package io.jenkins.plugins.networkshell.engine.platform.pattern;
