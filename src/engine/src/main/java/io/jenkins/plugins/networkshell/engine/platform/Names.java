package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;

/** The naming rules for platforms, modes and secrets. */
final class Names {
    static final String ALLOWED = "lower case letters, digits and underscores, with a letter first";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private Names() {}

    static boolean isName(String text) {
        return NAME.matches(text);
    }

    /** The text of a required field that must be a name. */
    static String read(FieldReader fields, String field) throws PlatformDefinitionException {
        fields.require(field, ALLOWED);
        String name = fields.text(field, "");
        if (!isName(name)) {
            throw fields.wrong(field, "is '" + name + "'", ALLOWED);
        }
        return name;
    }
}
