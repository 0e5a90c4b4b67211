package io.jenkins.plugins.networkshell.cli.options;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses enum constants in command line style: {@code ACCEPT_NEW} is {@code accept-new}. The error lists the allowed
 * words.
 */
public abstract class WordConverter<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
    private final E[] values;

    protected WordConverter(E[] values) {
        this.values = values.clone();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String text) {
        for (E value : values) {
            if (word(value).equals(text)) {
                return value;
            }
        }
        throw new TypeConversionException("'" + text + "' is not known; allowed: " + String.join(", ", words()) + ".");
    }

    private List<String> words() {
        return Arrays.stream(values).map(WordConverter::word).toList();
    }

    /** For the completion script. */
    @Override
    public Iterator<String> iterator() {
        return words().iterator();
    }
}
