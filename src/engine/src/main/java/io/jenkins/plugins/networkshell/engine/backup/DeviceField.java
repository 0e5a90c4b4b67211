package io.jenkins.plugins.networkshell.engine.backup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The fields of a device in an inventory, except name, groups and tags. Inventories use these names. */
public enum DeviceField {
    /** Name or address to connect to. Default: the device's name. */
    HOST("host"),
    /** Default: 22. */
    PORT("port"),
    /** Name or alias of a platform definition. Default: {@code auto}, recognised at login. */
    PLATFORM("platform"),
    SITE("site"),
    /** {@code [user@]host[:port]}, several separated by commas, in the order in which they are connected to. */
    JUMP("jump"),
    /** Label of the RADIUS or TACACS+ server that checks the device's logins; limits concurrent logins. */
    LOGIN_SERVER("loginServer"),
    /** {@code strict} (default), {@code accept-new}, {@code warn} or {@code accept-any}. */
    HOST_KEYS("hostKeys"),
    /** {@code secure} (default) or {@code legacy}. */
    ALGORITHMS("algorithms"),
    /** Charset of the device's output. Default: UTF-8. */
    ENCODING("encoding"),
    CONNECT_TIMEOUT("connectTimeout"),
    LOGIN_TIMEOUT("loginTimeout"),
    SILENCE_TIMEOUT("silenceTimeout"),
    COMMAND_TIMEOUT("commandTimeout"),
    SESSION_TIMEOUT("sessionTimeout"),
    USERNAME("username"),
    /** Name of the environment variable with the password. */
    PASSWORD_ENV("passwordEnv"),
    PASSWORD_FILE("passwordFile"),
    KEY_FILE("keyFile"),
    PASSPHRASE_ENV("passphraseEnv"),
    /** Jenkins' name for a stored credential, with its user name. */
    CREDENTIALS_ID("credentialsId"),
    ENABLE_SECRET_ENV("enableSecretEnv"),
    ENABLE_CREDENTIALS_ID("enableCredentialsId");

    private final String fieldName;

    DeviceField(String fieldName) {
        this.fieldName = fieldName;
    }

    /** Its name in inventories. */
    public String fieldName() {
        return fieldName;
    }

    /**
     * Whether the field selects a secret, so that its author could have a secret sent to any host. The user name does
     * not count.
     */
    public boolean choosesCredential() {
        return switch (this) {
            case PASSWORD_ENV,
                    PASSWORD_FILE,
                    KEY_FILE,
                    PASSPHRASE_ENV,
                    CREDENTIALS_ID,
                    ENABLE_SECRET_ENV,
                    ENABLE_CREDENTIALS_ID -> true;
            default -> false;
        };
    }

    public static Optional<DeviceField> of(String fieldName) {
        return Arrays.stream(values())
                .filter(field -> field.fieldName.equals(fieldName))
                .findFirst();
    }

    public static List<String> fieldNames() {
        return Arrays.stream(values()).map(DeviceField::fieldName).toList();
    }
}
