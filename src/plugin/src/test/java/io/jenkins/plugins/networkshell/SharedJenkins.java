package io.jenkins.plugins.networkshell;

import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.FilePath;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.networkshell.backup.inventory.NetworkInventories;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import io.jenkins.plugins.networkshell.hostkeys.KnownKey;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.jvnet.hudson.test.JenkinsRule;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * One Jenkins for all tests of a class, since starting one takes longer than most tests do. After each test, all that
 * our tests change is taken away again. For classes that leave plugins and the home alone.
 */
public final class SharedJenkins implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedJenkins.class);

    /** Begins with the first test that wants it and ends with the class. */
    private static final class Shared extends JenkinsRule implements AutoCloseable {
        Shared(Class<?> tests) {
            testDescription =
                    org.junit.runner.Description.createTestDescription(tests.getName(), null, new Annotation[0]);
        }

        static Shared started(Class<?> tests) {
            Shared shared = new Shared(tests);
            try {
                shared.before();
            } catch (Throwable e) {
                throw new IllegalStateException("Jenkins does not start.", e);
            }
            return shared;
        }

        @Override
        public void close() throws Exception {
            after();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == JenkinsRule.class;
    }

    @Override
    public JenkinsRule resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext ofClass =
                context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
        Class<?> tests = context.getRequiredTestClass();
        return ofClass.getStore(NAMESPACE).getOrComputeIfAbsent("jenkins", key -> Shared.started(tests), Shared.class);
    }

    /** As {@link JenkinsRule} has it for its one test: the test itself may do everything. */
    @Override
    public void beforeEach(ExtensionContext context) {
        SecurityContextHolder.getContext().setAuthentication(ACL.SYSTEM2);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins == null) {
            return;
        }
        jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        jenkins.setSecurityRealm(SecurityRealm.NO_AUTHENTICATION);
        for (TopLevelItem item : jenkins.getItems()) {
            item.delete();
        }
        jenkins.setNodes(List.of());
        // The next test's jobs and agents get the same names again, and with them the same folders.
        FilePath home = new FilePath(jenkins.getRootDir());
        home.child("workspace").deleteRecursive();
        FilePath agents = home.child("agent-work-dirs");
        if (agents.exists()) {
            for (FilePath agent : agents.listDirectories()) {
                agent.child("workspace").deleteRecursive();
            }
        }
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        SystemCredentialsProvider.getInstance().save();
        forgetHostKeys();
        resetConfiguration();
    }

    private static void forgetHostKeys() {
        HostKeyDatabase database = HostKeyDatabase.get();
        for (KnownKey key : database.keys()) {
            database.remove(key.id());
        }
    }

    private static void resetConfiguration() throws IOException {
        NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
        configuration.setHostKeys(null);
        configuration.setLoosestHostKeys(null);
        configuration.setKnownHosts("");
        configuration.setLimits(null);
        configuration.setSessions(null);
        configuration.setConsoleLines(NetworkShellConfiguration.DEFAULT_CONSOLE_LINES);
        configuration.setPlatforms(List.of());
        NetworkInventories.get().setInventories(List.of());
    }
}
