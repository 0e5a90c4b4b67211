package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.JumpHost;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.shell.RememberedPlatform;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns a device of an inventory into what a session needs. Immutable and thread-safe.
 *
 * @param logins where secrets come from
 * @param hostKeys the policy for devices whose inventory names none, and where known keys are
 * @param remembered as what devices were recognised before, by their names
 */
public record DeviceTargets(
        PlatformCatalog catalog, Logins logins, HostKeyChecking hostKeys, Map<String, RememberedPlatform> remembered) {
    private static final String ENABLE = "enable";

    public DeviceTargets {
        remembered = Map.copyOf(remembered);
    }

    /** Remembers nothing. */
    public DeviceTargets(PlatformCatalog catalog, Logins logins, HostKeyChecking hostKeys) {
        this(catalog, logins, hostKeys, Map.of());
    }

    /** The device and the way to it, with the secrets of both. */
    public Target target(Device device) throws NetworkShellException {
        List<Target> jumps = new ArrayList<>();
        for (JumpHost jump : device.jumps()) {
            jumps.add(hop(device, jump));
        }
        Login login = login(device.credential().orElse(null), device.host(), device);
        return common(Target.builder(device.host(), login.username()), device)
                .port(device.port())
                .credentials(login.credentials())
                .jumps(jumps)
                .build();
    }

    private Target hop(Device device, JumpHost jump) throws NetworkShellException {
        Login login = login(jump.credential(), jump.host(), device);
        String username = jump.username().isEmpty() ? login.username() : jump.username();
        return Target.builder(jump.host(), username)
                .port(jump.port())
                .credentials(login.credentials())
                .hostKeys(checking(device))
                .limits(limits(device))
                .build();
    }

    private Login login(CredentialReference reference, String host, Device device) throws NetworkShellException {
        if (reference == null) {
            throw new NetworkShellException(
                    ErrorKind.BAD_INPUT,
                    device.host(),
                    "No credential is bound to the host " + host + " (" + device.nameSetting() + ").",
                    "Name one in the command, in a credential table, or in the inventory.",
                    null);
        }
        return logins.login(reference);
    }

    private Target.Builder common(Target.Builder target, Device device) {
        return target.hostKeys(checking(device))
                .limits(limits(device))
                .algorithms(device.value(DeviceField.ALGORITHMS)
                        .map(Algorithms::preset)
                        .orElse(Algorithms.secure()));
    }

    private HostKeyChecking checking(Device device) {
        HostKeyStore[] stores = hostKeys.stores().toArray(HostKeyStore[]::new);
        return device.value(DeviceField.HOST_KEYS)
                .map(word -> HostKeyChecking.Policy.valueOf(
                        word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .map(policy -> HostKeyChecking.of(policy, stores))
                .orElse(hostKeys);
    }

    private static Limits limits(Device device) {
        Limits limits = Limits.DEFAULT;
        return limits.withConnect(limit(device, DeviceField.CONNECT_TIMEOUT, limits.connect()))
                .withLogin(limit(device, DeviceField.LOGIN_TIMEOUT, limits.login()))
                .withSilence(limit(device, DeviceField.SILENCE_TIMEOUT, limits.silence()))
                .withCommand(limit(device, DeviceField.COMMAND_TIMEOUT, limits.command()))
                .withSession(limit(device, DeviceField.SESSION_TIMEOUT, limits.session()));
    }

    private static Duration limit(Device device, DeviceField field, Duration otherwise) {
        return device.value(field).flatMap(Durations::parse).orElse(otherwise);
    }

    /** How the device's shell is driven. */
    ShellOptions shell(Device device) throws NetworkShellException {
        Platform platform = device.platform().equals(Device.AUTO)
                ? null
                : catalog.find(device.platform()).orElseThrow();
        Secret enable =
                login(device.credential().orElse(null), device.host(), device).enable();
        return ShellOptions.auto(catalog)
                .withPlatform(platform)
                .withRemembered(remembered.get(device.name()))
                .withLimits(limits(device))
                .withSecrets(enable == null ? Map.of() : Map.of(ENABLE, enable))
                .withCharset(device.value(DeviceField.ENCODING)
                        .map(DeviceCharset::named)
                        .orElse(null));
    }
}
