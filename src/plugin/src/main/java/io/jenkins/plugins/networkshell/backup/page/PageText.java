package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.kohsuke.stapler.Stapler;

/** How the pages write times, in the reader's language. */
final class PageText {
    private PageText() {}

    static String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .format(time.atZone(ZoneId.systemDefault()));
    }

    private static Locale locale() {
        return Stapler.getCurrentRequest2() == null
                ? Locale.getDefault()
                : Stapler.getCurrentRequest2().getLocale();
    }

    static String duration(Duration duration) {
        return Util.getTimeSpanString(duration.toMillis());
    }

    /** How long ago; at least a moment, even if the clock was set back. */
    static String since(Instant time) {
        return Util.getTimeSpanString(
                Math.max(0, Duration.between(time, Instant.now()).toMillis()));
    }
}
