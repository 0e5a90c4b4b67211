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
 * SSHJ reads ECDSA keys of OpenSSH and PuTTY files with a key factory that it calls {@code ECDSA}; Java has it as
 * {@code EC}. BouncyCastle has that name too, but registering all of it takes a third of the time that this process
 * needs to start. The engine never registers a provider, because that concerns a whole process; this process is ours.
 */
final class EcdsaKeyFactory extends KeyFactorySpi {
    private static final String PROVIDER = "NetworkShell";

    private final KeyFactory delegate;

    EcdsaKeyFactory() throws NoSuchAlgorithmException {
        delegate = KeyFactory.getInstance("EC");
    }

    /** Registers the factory behind Java's own providers, once. */
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
