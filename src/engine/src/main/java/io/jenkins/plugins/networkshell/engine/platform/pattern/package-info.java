/**
 * Searches many patterns in each line quickly: for each pattern it is known which text every match must contain, and
 * one pass over a line finds all of these texts. This package handles patterns only and does not know their purpose.
 */
package io.jenkins.plugins.networkshell.engine.platform.pattern;
