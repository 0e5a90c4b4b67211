package io.jenkins.plugins.networkshell.backup.inventory;

import hudson.AbortException;
import io.jenkins.plugins.networkshell.backup.shard.ShardLogin;
import io.jenkins.plugins.networkshell.credentials.CredentialSource;
import io.jenkins.plugins.networkshell.credentials.DeviceLogin;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.JumpHost;
import io.jenkins.plugins.networkshell.engine.backup.SecretReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks up the credentials of all devices of a backup, before connecting to the first one. For one backup. */
public final class DeviceLogins {
    private static final int MOST_NAMES = 10;

    private final CredentialSource source;
    private final Map<CredentialReference, ShardLogin> logins = new HashMap<>();
    private final Set<Use> checked = new HashSet<>();

    /** Looked up for each host, because credentials may be restricted to hosts. */
    private record Use(CredentialReference reference, String host, int port) {}

    public DeviceLogins(CredentialSource source) {
        this.source = source;
    }

    /**
     * @param devices with their bound credentials
     * @throws AbortException if credentials are missing or unsuitable, or devices have none; the message names them
     */
    public Map<CredentialReference, ShardLogin> of(List<Device> devices) throws AbortException {
        List<String> without = devices.stream()
                .filter(device -> device.credential().isEmpty()
                        || device.jumps().stream().anyMatch(jump -> jump.credential() == null))
                .map(Device::name)
                .toList();
        if (!without.isEmpty()) {
            String names = without.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
            throw new AbortException(
                    Messages.DeviceLogins_Without(without.size(), without.size() > MOST_NAMES ? names + ", …" : names));
        }
        for (Device device : devices) {
            look(device.credential().orElseThrow(), device.host(), device.port());
            for (JumpHost jump : device.jumps()) {
                look(jump.credential(), jump.host(), jump.port());
            }
        }
        return logins;
    }

    private void look(CredentialReference reference, String host, int port) throws AbortException {
        if (!checked.add(new Use(reference, host, port))) {
            return;
        }
        DeviceLogin login = source.login(id(reference.login()), host, port);
        Secret enable = reference.enableSecret().isEmpty()
                ? null
                : source.secret(id(reference.enableSecret().get()), host, port);
        boolean named = !reference.username().isEmpty();
        String username = named ? reference.username() : login.username();
        if (username == null || username.isEmpty()) {
            throw new AbortException(Messages.DeviceLogins_NoUsername(reference.login()));
        }
        logins.put(reference, new ShardLogin(username, !named && login.usernameSecret(), login.credentials(), enable));
    }

    private static String id(SecretReference reference) throws AbortException {
        if (reference instanceof SecretReference.Stored stored) {
            return stored.id();
        }
        throw new AbortException(Messages.DeviceLogins_NotStored(reference));
    }
}
