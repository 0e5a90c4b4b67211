package io.jenkins.plugins.networkshell.cli.platforms;

import io.jenkins.plugins.networkshell.cli.options.PlatformOptions;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Mode;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Transition;
import java.io.PrintWriter;
import java.util.List;

/** Platforms for people. */
final class PlatformText {
    private PlatformText() {}

    static void table(List<Platform> platforms, PlatformOptions options, PrintWriter out) {
        int name = width("NAME", platforms.stream().map(Platform::name).toList());
        int title = width("TITLE", platforms.stream().map(Platform::title).toList());
        String row = "%-" + name + "s  %-" + title + "s  %-8s  %s%n";
        out.printf(row, "NAME", "TITLE", "FROM", "ALIASES");
        for (Platform platform : platforms) {
            out.printf(
                    row,
                    platform.name(),
                    platform.title(),
                    options.source(platform),
                    String.join(", ", platform.aliases()));
        }
    }

    private static int width(String heading, List<String> values) {
        return values.stream().mapToInt(String::length).reduce(heading.length(), Math::max);
    }

    static void details(Platform platform, String source, PrintWriter out) {
        out.println(platform.name() + ": " + platform.title());
        out.println("  defined in      " + source);
        if (!platform.aliases().isEmpty()) {
            out.println("  aliases         " + String.join(", ", platform.aliases()));
        }
        out.println("  recognised      " + (platform.recognition().takesPart() ? "yes, by auto" : "no, name it"));
        for (Mode mode : platform.modes()) {
            out.println("  mode            " + mode.name() + ", prompt "
                    + mode.prompt().pattern());
            for (Transition way : mode.enter()) {
                out.println("                  from " + way.from() + " with '" + way.send() + "'");
            }
        }
        if (platform.paging() != null) {
            for (String command : platform.paging().off()) {
                out.println("  paging off      " + command);
            }
            if (platform.paging().pager() != null) {
                out.println("  pager           " + platform.paging().pager().pattern());
            }
        }
        platform.afterLogin().forEach(command -> out.println("  after login     " + command));
        platform.beforeLogout().forEach(command -> out.println("  before logout   " + command));
        for (Configuration configuration : platform.configurations()) {
            out.println("  configuration   " + configuration.name() + ": "
                    + configuration.command()
                    + (configuration.end() == null
                            ? ", no end mark"
                            : ", complete with " + configuration.end().pattern()));
        }
        if (!platform.keepAlive()) {
            out.println("  keepalives      break it");
        }
    }
}
