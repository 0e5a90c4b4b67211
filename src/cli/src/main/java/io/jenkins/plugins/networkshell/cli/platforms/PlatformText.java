package io.jenkins.plugins.networkshell.cli.platforms;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Paging;
import io.jenkins.plugins.networkshell.engine.platform.Platform.TypeAhead;
import io.jenkins.plugins.networkshell.engine.platform.command.CommandForm;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Transition;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints platforms for people. */
final class PlatformText {
    private PlatformText() {}

    static void table(List<Naming> platforms, Function<Naming, String> source, PrintWriter out) {
        int name = width("NAME", platforms.stream().map(Naming::name).toList());
        int title = width("TITLE", platforms.stream().map(Naming::title).toList());
        int checked =
                width("CHECKED", platforms.stream().map(PlatformText::checked).toList());
        String row = "%-" + name + "s  %-" + title + "s  %-" + checked + "s  %-8s  %s%n";
        out.printf(row, "NAME", "TITLE", "CHECKED", "FROM", "ALIASES");
        for (Naming platform : platforms) {
            out.printf(
                    row,
                    platform.name(),
                    platform.title(),
                    checked(platform),
                    source.apply(platform),
                    String.join(", ", platform.aliases()));
        }
    }

    private static String checked(Naming platform) {
        return platform.checked() == null ? "-" : platform.checked().words();
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
        out.println("  checked         " + checked(platform.naming()));
        out.println("  recognised      " + (platform.recognition().takesPart() ? "yes, by auto" : "no, name it"));
        platform.modes().forEach(mode -> mode(mode, out));
        if (platform.paging() != null) {
            paging(platform.paging(), out);
        }
        platform.afterLogin().forEach(command -> out.println("  after login     " + command));
        platform.beforeLogout().forEach(command -> out.println("  before logout   " + command));
        platform.configurations().forEach(configuration -> configuration(configuration, out));
        if (platform.backup().restore() != null) {
            out.println("  restore         " + platform.backup().restore().command());
        }
        if (platform.backup().unsaved() != null) {
            out.println("  unsaved         " + platform.backup().unsaved().source());
        }
        if (platform.facts() != null) {
            platform.facts().commands().forEach(command -> out.println("  facts           " + command));
        }
        if (platform.session().typeAhead().kept()) {
            typeAhead(platform.session().typeAhead(), out);
        }
        if (!platform.keepAlive()) {
            out.println("  keepalives      break it");
        }
    }

    private static void mode(Mode mode, PrintWriter out) {
        out.println(
                "  mode            " + mode.name() + ", prompt " + mode.prompt().pattern());
        for (Transition way : mode.enter()) {
            out.println("                  from " + way.from() + " with '" + way.send() + "'");
        }
    }

    private static void paging(Paging paging, PrintWriter out) {
        paging.off().forEach(command -> out.println("  paging off      " + command));
        if (paging.pager() != null) {
            out.println("  pager           " + paging.pager().pattern());
        }
    }

    private static void configuration(Configuration configuration, PrintWriter out) {
        out.println("  configuration   " + configuration.name() + ": "
                + configuration.command()
                + (configuration.mode() == null ? "" : " in the mode " + configuration.mode())
                + (configuration.end() == null
                        ? ", no end mark"
                        : ", complete with " + configuration.end().pattern()));
    }

    private static void typeAhead(TypeAhead typeAhead, PrintWriter out) {
        out.println("  type ahead      yes"
                + (typeAhead.checked() == null
                        ? ""
                        : ", checked against " + typeAhead.checked().words())
                + harmless(typeAhead));
    }

    private static String harmless(TypeAhead typeAhead) {
        List<CommandForm> commands = typeAhead.harmless().commands();
        return commands.isEmpty()
                ? ""
                : commands.stream().map(CommandForm::written).collect(Collectors.joining(", ", ": ", " …"));
    }
}
