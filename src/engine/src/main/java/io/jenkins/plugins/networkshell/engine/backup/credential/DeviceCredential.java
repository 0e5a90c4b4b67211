package io.jenkins.plugins.networkshell.engine.backup.credential;

import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.SecretReference;
import java.util.Optional;
import java.util.function.Function;

/** Reads the credential from a set of fields: those of a device, or of a rule of a credential table. */
public final class DeviceCredential {
    private final Function<DeviceField, Optional<String>> values;

    private DeviceCredential(Function<DeviceField, Optional<String>> values) {
        this.values = values;
    }

    /** Empty if the device names none. Only a trusted inventory can have one. */
    public static Optional<CredentialReference> of(Device device) {
        return of(device::value);
    }

    static Optional<CredentialReference> of(Function<DeviceField, Optional<String>> values) {
        DeviceCredential fields = new DeviceCredential(values);
        String username = values.apply(DeviceField.USERNAME).orElse("");
        return fields.login()
                .map(login ->
                        new CredentialReference(username, login, fields.enable().orElse(null)));
    }

    private Optional<SecretReference> login() {
        return values.apply(DeviceField.CREDENTIALS_ID)
                .<SecretReference>map(SecretReference.Stored::new)
                .or(() -> values.apply(DeviceField.KEY_FILE)
                        .map(file -> new SecretReference.KeyFile(
                                file, values.apply(DeviceField.PASSPHRASE_ENV).orElse(""))))
                .or(() -> values.apply(DeviceField.PASSWORD_FILE).map(SecretReference.TextFile::new))
                .or(() -> values.apply(DeviceField.PASSWORD_ENV).map(SecretReference.Environment::new));
    }

    private Optional<SecretReference> enable() {
        return values.apply(DeviceField.ENABLE_CREDENTIALS_ID)
                .<SecretReference>map(SecretReference.Stored::new)
                .or(() -> values.apply(DeviceField.ENABLE_SECRET_ENV).map(SecretReference.Environment::new));
    }
}
