package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.platform.pattern.PatternSet;
import java.util.ArrayList;
import java.util.List;

/** Lists what a valid definition leaves out, and the consequences for its users. */
public final class PlatformAdvice {
    /** Most lines of a configuration are longer. */
    private static final int SHORT_LINE = 20;

    private PlatformAdvice() {}

    /** One sentence for each; empty if there is no advice. */
    public static List<String> of(Platform platform) {
        List<String> advice = new ArrayList<>();
        if (!platform.recognition().takesPart()) {
            advice.add("'recognise' is missing: 'auto' never finds the platform, it has to be named.");
        }
        platform.modes().forEach(mode -> ofMode(mode, advice));
        if (platform.paging().off().isEmpty() && platform.paging().pager() == null) {
            advice.add("'paging' is missing: a long output stops at the device's pager unless it is a common one.");
        }
        if (platform.failures().isEmpty()) {
            advice.add("'failures' is missing: a command that the device refuses counts as a success.");
        }
        if (platform.configurations().isEmpty()) {
            advice.add("'configurations' is missing: the platform has nothing to back up.");
        }
        platform.configurations().forEach(configuration -> ofConfiguration(configuration, advice));
        return advice;
    }

    private static void ofMode(Mode mode, List<String> advice) {
        if (mode.fitsAnyLine()) {
            advice.add("The prompt of the mode '" + mode.name()
                    + "' fits any line: it is believed only after a silence and an empty line.");
        } else if (!mode.prompt().namedGroups().containsKey(Mode.HOST_GROUP)) {
            advice.add(
                    "The prompt of the mode '" + mode.name() + "' has no group 'host': a line of output that looks like"
                            + " it cannot be told from the prompt of this device.");
        }
    }

    private static void ofConfiguration(Configuration configuration, List<String> advice) {
        String subject = "The configuration '" + configuration.name() + "'";
        if (configuration.end() == null) {
            advice.add(subject + " has no 'end': a backup reads it twice and compares, to know that it is complete.");
        }
        if (configuration.secrets().isEmpty()) {
            advice.add(subject + " has no 'secrets': nothing in it is masked.");
        }
        new PatternSet(configuration.secrets())
                .searchedInEveryLine(SHORT_LINE)
                .forEach(pattern -> advice.add("The secret pattern " + pattern.pattern()
                        + " is searched in every line, which is slow: begin it with a word that has to be there."));
    }
}
