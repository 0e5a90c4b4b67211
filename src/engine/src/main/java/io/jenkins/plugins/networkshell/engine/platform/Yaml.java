package io.jenkins.plugins.networkshell.engine.platform;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** A YAML value that remembers where it was written, which Jackson's own tree does not. */
sealed interface Yaml extends Serializable {
    Position at();

    /** What it is, for people: {@code a text}, {@code a list}. */
    String kind();

    record Scalar(String text, Type type, Position at) implements Yaml {
        @Override
        public String kind() {
            return type.words;
        }
    }

    record Items(List<Yaml> items, Position at) implements Yaml {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** @param fields in the order they were written */
    record Fields(Map<String, Field> fields, Position at) implements Yaml {
        @Override
        public String kind() {
            return "a group of fields";
        }
    }

    /**
     * @param at of the field's name, which may stand above its value
     */
    record Field(Yaml value, Position at) implements Serializable {}

    /** What a scalar is when it is not quoted. */
    enum Type {
        TEXT("a text"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        NOTHING("empty");

        private final String words;

        Type(String words) {
            this.words = words;
        }
    }
}
