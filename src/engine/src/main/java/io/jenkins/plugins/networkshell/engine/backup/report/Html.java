package io.jenkins.plugins.networkshell.engine.backup.report;

/** HTML as it grows. Text and attributes are escaped; names of elements are the caller's. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** @param attributes names and values in turn */
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

    /** An element with nothing but text in it. */
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
