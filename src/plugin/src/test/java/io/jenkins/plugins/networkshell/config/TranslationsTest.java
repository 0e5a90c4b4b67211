package io.jenkins.plugins.networkshell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever there is in English is there in Simplified Chinese, and the other way round. */
class TranslationsTest {
    private static final String CHINESE = "_zh_CN";
    private static final Path RESOURCES = Path.of("src/main/resources/io");
    /** {@code ${%Some text}} and {@code ${%key(argument)}}. */
    private static final Pattern TEXT = Pattern.compile("\\$\\{%([^}(]+)(\\([^}]*\\))?}");

    @Test
    void messages() throws IOException {
        for (Path english : files(name -> name.equals("Messages.properties"))) {
            Properties expected = read(english);
            Properties chinese = read(chinese(english, ".properties"));
            assertEquals(expected.stringPropertyNames(), chinese.stringPropertyNames(), english.toString());
            for (String key : expected.stringPropertyNames()) {
                assertEquals(
                        arguments(expected.getProperty(key)),
                        arguments(chinese.getProperty(key)),
                        english + ": " + key);
            }
        }
    }

    @Test
    void forms() throws IOException {
        for (Path view : files(name -> name.endsWith(".jelly"))) {
            Set<String> used = TEXT.matcher(Files.readString(view))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!used.isEmpty()) {
                Path chinese =
                        view.resolveSibling(view.getFileName().toString().replace(".jelly", CHINESE + ".properties"));
                assertEquals(used, new TreeSet<>(read(chinese).stringPropertyNames()), view.toString());
            }
        }
    }

    @Test
    void help() throws IOException {
        List<Path> all = files(name -> name.endsWith(".html"));
        for (Path file : all) {
            String name = file.getFileName().toString();
            String other =
                    name.contains(CHINESE) ? name.replace(CHINESE, "") : name.replace(".html", CHINESE + ".html");
            assertTrue(all.contains(file.resolveSibling(other)), file + " lacks " + other);
        }
    }

    private static Set<String> arguments(String message) {
        return Pattern.compile("\\{(\\d)")
                .matcher(message)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path chinese(Path english, String ending) {
        return english.resolveSibling(english.getFileName().toString().replace(ending, CHINESE + ending));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(Predicate<String> which) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> which.test(file.getFileName().toString()))
                    .toList();
        }
    }
}
