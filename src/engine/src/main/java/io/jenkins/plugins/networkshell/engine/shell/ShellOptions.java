package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a shell behaves. Immutable.
 *
 * @param catalog the known platforms
 * @param platform the device's platform, or null to recognise it
 * @param remembered what the device was recognised as before, or null; ignored if {@code platform} is set
 * @param limits of every wait
 * @param answers to questions the device may ask at any time; they take precedence over the platform's
 * @param secrets by the name that platform definitions use: {@code enable}
 * @param mode to enter after login if the platform has it, or null; with a secret {@code enable} the default is {@code
 *     privileged}
 * @param charset of the device, or null for the platform's
 * @param listener receives the events of the session
 */
public record ShellOptions(
        PlatformCatalog catalog,
        Platform platform,
        RememberedPlatform remembered,
        Limits limits,
        List<Answer> answers,
        Map<String, Secret> secrets,
        String mode,
        Charset charset,
        ShellListener listener) {
    public ShellOptions {
        Objects.requireNonNull(catalog);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(listener);
        answers = List.copyOf(answers);
        secrets = Map.copyOf(secrets);
    }

    /** Recognises the platform, with default limits and no listener. */
    public static ShellOptions auto(PlatformCatalog catalog) {
        return new ShellOptions(
                catalog, null, null, Limits.DEFAULT, List.of(), Map.of(), null, null, ShellListener.NONE);
    }

    public ShellOptions withPlatform(Platform known) {
        return new ShellOptions(catalog, known, remembered, limits, answers, secrets, mode, charset, listener);
    }

    /** Recognises the device again only if its server or its prompt has changed since then. */
    public ShellOptions withRemembered(RememberedPlatform before) {
        return new ShellOptions(catalog, platform, before, limits, answers, secrets, mode, charset, listener);
    }

    public ShellOptions withLimits(Limits other) {
        return new ShellOptions(catalog, platform, remembered, other, answers, secrets, mode, charset, listener);
    }

    public ShellOptions withAnswers(List<Answer> other) {
        return new ShellOptions(catalog, platform, remembered, limits, other, secrets, mode, charset, listener);
    }

    public ShellOptions withSecrets(Map<String, Secret> other) {
        return new ShellOptions(catalog, platform, remembered, limits, answers, other, mode, charset, listener);
    }

    public ShellOptions withMode(String other) {
        return new ShellOptions(catalog, platform, remembered, limits, answers, secrets, other, charset, listener);
    }

    public ShellOptions withCharset(Charset other) {
        return new ShellOptions(catalog, platform, remembered, limits, answers, secrets, mode, other, listener);
    }

    public ShellOptions withListener(ShellListener other) {
        return new ShellOptions(catalog, platform, remembered, limits, answers, secrets, mode, charset, other);
    }
}
