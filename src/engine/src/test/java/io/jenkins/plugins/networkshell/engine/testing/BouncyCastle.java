package io.jenkins.plugins.networkshell.engine.testing;

import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Registered with the Java process for a class of tests, as the command line and Jenkins do. */
public final class BouncyCastle implements BeforeAllCallback, AfterAllCallback {
    private boolean added;

    @Override
    public void beforeAll(ExtensionContext context) {
        added = Security.addProvider(new BouncyCastleProvider()) >= 0;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (added) {
            Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
        }
    }
}
