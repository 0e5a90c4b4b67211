package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;

/** How platforms, modes and secrets are named. */
final class Names {
    static final String ALLOWED = "lower case letters, digits and underscores, with a letter first";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private Names() {}

    static boolean isName(String text) {
        return NAME.matches(text);
    }

    /** The text of a field that must be there and be a name. */
    static String read(FieldReader fields, String field) throws PlatformDefinitionException {
        fields.require(field, ALLOWED);
        String name = fields.text(field, "");
        if (!isName(name)) {
            throw fields.wrong(field, "is '" + name + "'", ALLOWED);
        }
        return name;
    }
}
