package io.jenkins.plugins.networkshell.cli;

import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Run by the build: writes what the distribution has besides the jar, made from the command line's own description. */
public final class GeneratedPages {
    /** The examples below a command's options. */
    private static final Pattern FOOTER = Pattern.compile(
            "(?m)^\\[%hardbreaks]\\n((?:(?!// end::).*\\n)+)(?=// end::picocli-generated-man-section-footer)");

    private GeneratedPages() {}

    /** @param arguments the folder for manual pages in AsciiDoc, and the file for the completion script */
    public static void main(String[] arguments) throws IOException {
        Path pages = Files.createDirectories(Path.of(arguments[0]));
        Path completion = Path.of(arguments[1]);
        Files.createDirectories(completion.getParent());
        CommandLine line = Main.commandLine(Environment.ofProcess(new Cancellation()));
        int problem =
                ManPageGenerator.generateManPage(pages.toFile(), null, new boolean[0], true, line.getCommandSpec());
        if (problem != 0) {
            throw new IOException("The manual pages could not be written to " + pages + ".");
        }
        for (Path page : list(pages)) {
            Files.writeString(page, literalExamples(Files.readString(page)));
        }
        Files.writeString(completion, AutoComplete.bash("network-shell", line));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** As they are typed: picocli gives them as prose, where quotes and backslashes are markup. */
    private static String literalExamples(String page) {
        return FOOTER.matcher(page)
                .replaceFirst(found ->
                        Matcher.quoteReplacement("....\n" + found.group(1).stripTrailing() + "\n....\n\n"));
    }
}
