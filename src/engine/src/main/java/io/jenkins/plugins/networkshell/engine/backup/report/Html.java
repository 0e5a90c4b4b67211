package io.jenkins.plugins.networkshell.engine.backup.report;

/** Builds HTML. Escapes text and attributes; the caller supplies valid element names. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** @param attributes alternating names and values */
    Html open(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        text.append('>');
        return this;
    }

    Html close(String element) {
        text.append("</").append(element).append('>');
        return this;
    }

    Html text(String value) {
        text.append(escaped(value));
        return this;
    }

    /** An element that contains only text. */
    Html element(String element, String value, String... attributes) {
        return open(element, attributes).text(value).close(element);
    }

    Html newline() {
        text.append('\n');
        return this;
    }

    /** Our own style sheet or script. */
    Html raw(String html) {
        text.append(html);
        return this;
    }

    static String escaped(String value) {
        return value == null
                ? ""
                : value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
