package io.jenkins.plugins.networkshell;

import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import hudson.slaves.ComputerLauncher;
import io.jenkins.plugins.networkshell.backup.inventory.NetworkInventories;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import io.jenkins.plugins.networkshell.hostkeys.KnownKey;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import org.htmlunit.Cache;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.SimpleCommandLauncher;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * One Jenkins for all tests of a class, since starting one takes longer than most tests do. After each test, all that
 * our tests change is taken away again. For classes that leave plugins and the home alone.
 */
public final class SharedJenkins implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedJenkins.class);

    /** Begins with the first test that wants it and ends with the class. */
    private static final class Shared extends JenkinsRule implements AutoCloseable {
        private final List<WebClient> clients = new CopyOnWriteArrayList<>();
        private final FixedFiles fixedFiles = new FixedFiles();

        Shared(Class<?> tests) {
            testDescription =
                    org.junit.runner.Description.createTestDescription(tests.getName(), null, new Annotation[0]);
        }

        @Override
        public WebClient createWebClient() {
            WebClient client = super.createWebClient();
            client.setCache(fixedFiles);
            clients.add(client);
            return client;
        }

        /** With the quick compiler and the simplest collector: an agent of a test ends after seconds. */
        @Override
        public ComputerLauncher createComputerLauncher(EnvVars variables) throws URISyntaxException, IOException {
            ComputerLauncher launcher = super.createComputerLauncher(variables);
            return variables == null
                    ? new SimpleCommandLauncher(((SimpleCommandLauncher) launcher)
                            .cmd.replace(" -jar ", " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "))
                    : launcher;
        }

        /** The scripts of their pages would go on asking for what is not there any more, until nobody else gets an answer. */
        void closeClients() {
            clients.forEach(WebClient::close);
            clients.clear();
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
            fixedFiles.end();
        }
    }

    /**
     * The scripts and style sheets of Jenkins and its plugins, parsed: one cache for all clients, which would otherwise
     * spend most of their time on parsing them again. Whatever depends on who asks is left out.
     */
    private static final class FixedFiles extends Cache {
        private static final long serialVersionUID = 1;
        private static final int MOST = 500;

        FixedFiles() {
            setMaxSize(MOST);
        }

        @Override
        protected boolean isCacheable(WebRequest request, WebResponse response) {
            String path = request.getUrl().getPath();
            return (path.contains("/static/") || path.contains("/adjuncts/")) && super.isCacheable(request, response);
        }

        /** Each client clears its cache when it is closed; the others go on. */
        @Override
        public void clear() {}

        void end() {
            super.clear();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == JenkinsRule.class;
    }

    @Override
    public JenkinsRule resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> tests = context.getRequiredTestClass();
        return store(context).getOrComputeIfAbsent("jenkins", key -> Shared.started(tests), Shared.class);
    }

    /** Of the class. */
    private static ExtensionContext.Store store(ExtensionContext context) {
        return (context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context).getStore(NAMESPACE);
    }

    /** As {@link JenkinsRule} has it for its one test: the test itself may do everything. */
    @Override
    public void beforeEach(ExtensionContext context) {
        SecurityContextHolder.getContext().setAuthentication(ACL.SYSTEM2);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Shared shared = store(context).get("jenkins", Shared.class);
        if (shared != null) {
            shared.closeClients();
        }
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
