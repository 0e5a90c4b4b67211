package io.jenkins.plugins.networkshell.cli.options;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;

/**
 * SSHJ reads ECDSA keys of OpenSSH and PuTTY files with a key factory named {@code ECDSA}, which Java calls {@code EC}.
 * BouncyCastle supplies that name, too, but registering it would take a third of the startup time. The engine never
 * registers a provider, because that affects the whole process; this process is ours.
 */
final class EcdsaKeyFactory extends KeyFactorySpi {
    private static final String PROVIDER = "NetworkShell";

    private final KeyFactory delegate;

    EcdsaKeyFactory() throws NoSuchAlgorithmException {
        delegate = KeyFactory.getInstance("EC");
    }

    /** Registers the factory after Java's own providers, once. */
    static void register() {
        if (Security.getProvider(PROVIDER) == null) {
            Security.addProvider(new OneFactory());
        }
    }

    private static final class OneFactory extends Provider {
        private static final long serialVersionUID = 1L;

        OneFactory() {
            super(PROVIDER, "1", "Java's EC keys under the name ECDSA");
            putService(new Service(this, "KeyFactory", "ECDSA", EcdsaKeyFactory.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                    return new EcdsaKeyFactory();
                }
            });
        }
    }

    @Override
    protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
        return delegate.generatePublic(spec);
    }

    @Override
    protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
        return delegate.generatePrivate(spec);
    }

    @Override
    protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> type) throws InvalidKeySpecException {
        return delegate.getKeySpec(key, type);
    }

    @Override
    protected Key engineTranslateKey(Key key) throws InvalidKeyException {
        return delegate.translateKey(key);
    }
}
