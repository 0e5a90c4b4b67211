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
 * How a shell is to behave. Immutable.
 *
 * @param catalog the platforms that are known
 * @param platform the device's platform, or null to recognise it
 * @param remembered as what the device was recognised before, or null; not looked at where {@code platform} is named
 * @param limits of every wait
 * @param answers to questions the device may ask at any time, looked at before the platform's
 * @param secrets by the name that platform definitions use: {@code enable}
 * @param mode to enter after login where the platform has it, or null; with a secret {@code enable} the default is
 *     {@code privileged}
 * @param charset of the device, or null for the platform's
 * @param listener hears what happens
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

    /** Recognises the platform, with default limits and nothing to say. */
    public static ShellOptions auto(PlatformCatalog catalog) {
        return new ShellOptions(
                catalog, null, null, Limits.DEFAULT, List.of(), Map.of(), null, null, ShellListener.NONE);
    }

    public ShellOptions withPlatform(Platform known) {
        return new ShellOptions(catalog, known, remembered, limits, answers, secrets, mode, charset, listener);
    }

    /** Recognises the device anew only if its server or its prompt has changed since. */
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
