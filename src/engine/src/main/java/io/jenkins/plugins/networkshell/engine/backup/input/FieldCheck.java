package io.jenkins.plugins.networkshell.engine.backup.input;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.JumpHost;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import io.jenkins.plugins.networkshell.engine.text.NearestName;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the values of a device's fields. */
public final class FieldCheck {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern DURATION = Pattern.compile("[0-9]{1,6}(ms|s|m|h)");
    private static final Pattern NO_CONTROL = Pattern.compile("[^\\pC]+");
    private static final List<String> HOST_KEYS =
            Stream.of(Policy.values()).map(Policy::word).toList();
    private static final List<String> ALGORITHMS = List.of("secure", "legacy");

    private final PlatformCatalog catalog;

    public FieldCheck(PlatformCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What is wrong with a value.
     *
     * @param what continues a sentence that begins with the field
     * @param allowed completes {@code allowed: …}
     */
    public record Flaw(String what, String allowed) {}

    public Optional<Flaw> flaw(DeviceField field, String value) {
        return switch (field) {
            case PORT -> unless(isPort(value), "is " + Quoted.of(value), "a whole number from 1 to 65535");
            case PLATFORM -> platformFlaw(value);
            case JUMP ->
                unless(
                        JumpHost.parse(value).isPresent(),
                        "is " + Quoted.of(value),
                        "[user@]host[:port], several of them with commas");
            case HOST_KEYS -> choice(value, HOST_KEYS);
            case ALGORITHMS -> choice(value, ALGORITHMS);
            case ENCODING ->
                unless(
                        DeviceCharset.isKnown(value),
                        "is " + Quoted.of(value),
                        "auto, or a charset such as UTF-8 or GB18030");
            case CONNECT_TIMEOUT, LOGIN_TIMEOUT, SILENCE_TIMEOUT, COMMAND_TIMEOUT, SESSION_TIMEOUT ->
                unless(DURATION.matches(value), "is " + Quoted.of(value), "a time such as 500ms, 30s, 10m or 1h");
            case PASSWORD_ENV, PASSPHRASE_ENV, ENABLE_SECRET_ENV ->
                // The text may be the password itself, by mistake, so it is not quoted.
                unless(
                        VARIABLE.matches(value),
                        "is not the name of an environment variable",
                        "letters, digits and underscores, not the secret itself");
            default ->
                unless(NO_CONTROL.matches(value) && !value.isBlank(), "is empty or has control characters", "a text");
        };
    }

    /** The platform's name for a name or an alias. */
    public String canonicalPlatform(String nameOrAlias) {
        return catalog.find(nameOrAlias).map(platform -> platform.name()).orElse(nameOrAlias);
    }

    public boolean isPlatform(String nameOrAlias) {
        return nameOrAlias.equals(Device.AUTO) || catalog.find(nameOrAlias).isPresent();
    }

    /** Continues a sentence that ends with an unknown name. */
    public String unknownPlatform(String name) {
        return ", which is not a known platform" + catalog.meantQuestion(name);
    }

    private Optional<Flaw> platformFlaw(String value) {
        return unless(
                isPlatform(value),
                "is " + Quoted.of(value) + unknownPlatform(value),
                "auto or one of the platforms that 'platforms' lists");
    }

    private static Optional<Flaw> choice(String value, List<String> choices) {
        return unless(
                choices.contains(value),
                "is " + Quoted.of(value) + NearestName.question(value, choices),
                String.join(", ", choices));
    }

    private static Optional<Flaw> unless(boolean right, String what, String allowed) {
        return right ? Optional.empty() : Optional.of(new Flaw(what, allowed));
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535;
    }
}
