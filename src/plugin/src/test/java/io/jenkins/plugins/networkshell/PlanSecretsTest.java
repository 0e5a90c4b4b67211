package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.networkshell.backup.inventory.DeviceLogins;
import io.jenkins.plugins.networkshell.backup.shard.ShardOptions;
import io.jenkins.plugins.networkshell.backup.shard.ShardPlan;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.connection.DevicePlan;
import io.jenkins.plugins.networkshell.connection.OpenPlan;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.credentials.CredentialSource;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.SecretReference;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.access.FileAccess;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.exec.ExecPlan;
import io.jenkins.plugins.networkshell.files.TransferPlan;
import io.jenkins.plugins.networkshell.plan.ConnectionPlanner;
import io.jenkins.plugins.networkshell.plan.PlanningContext;
import io.jenkins.plugins.networkshell.session.SessionPlan;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import io.jenkins.plugins.networkshell.step.LoginAnswerEntry;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;

/** Every kind of secret in every position: whatever a plan holds is among what is masked. */
@ExtendWith(SharedJenkins.class)
class PlanSecretsTest {
    private static final ConsoleStyle STYLE = new ConsoleStyle("", false, 10, null, "UTF-8");

    private final Map<String, StandardCredentials> stored = new HashMap<>();

    private final class Stored implements CredentialSource {
        @Override
        public <C extends StandardCredentials> C find(String id, Class<C> type, List<DomainRequirement> requirements) {
            StandardCredentials found = stored.get(id);
            return type.isInstance(found) ? type.cast(found) : null;
        }

        @Override
        public List<Secret> otherSecrets() {
            return List.of(Secret.of("build-parameter"));
        }
    }

    private String password(String id) throws Exception {
        UsernamePasswordCredentialsImpl login = new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, id, "", "user-of-" + id, "password-of-" + id + "-long-enough");
        login.setUsernameSecret(true);
        stored.put(id, login);
        return id;
    }

    private String key(String id) {
        BasicSSHUserPrivateKey key = new BasicSSHUserPrivateKey(
                CredentialsScope.GLOBAL,
                id,
                "user-of-" + id,
                new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource("key of " + id),
                "passphrase-of-" + id,
                "");
        key.setUsernameSecret(true);
        stored.put(id, key);
        return id;
    }

    private String text(String id) {
        stored.put(
                id,
                new StringCredentialsImpl(
                        CredentialsScope.GLOBAL, id, "", hudson.util.Secret.fromString("text-of-" + id)));
        return id;
    }

    private PlanningContext context() {
        return new PlanningContext(new Stored(), UnaryOperator.identity(), null, "", null);
    }

    private void fill(ConnectionStep step, boolean keys, String proxy) throws Exception {
        step.setCredentialsId(keys ? key("device") : password("device"));
        step.setJump("one,other:2222");
        step.setJumpCredentialsId(keys ? password("jump") : key("jump"));
        step.setProxy(proxy);
        step.setProxyCredentialsId(password("proxy"));
        LoginAnswerEntry stored = new LoginAnswerEntry("PIN");
        stored.setCredentialsId(text("pin"));
        LoginAnswerEntry written = new LoginAnswerEntry("Code");
        written.setAnswer(hudson.util.Secret.fromString("one-time-code"));
        step.setLoginAnswers(List.of(stored, written));
    }

    private static final List<String> ROUTE = List.of(
            "build-parameter", "one-time-code", "text-of-pin", "password-of-proxy-long-enough", "user-of-proxy");

    private static List<String> logins(boolean keys) {
        return keys
                ? List.of("passphrase-of-device", "user-of-device", "password-of-jump-long-enough", "user-of-jump")
                : List.of("password-of-device-long-enough", "user-of-device", "passphrase-of-jump", "user-of-jump");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://p:1", "http://p:1"})
    void ofASessionInAShell(String proxy, JenkinsRule r) throws Exception {
        for (boolean keys : new boolean[] {true, false}) {
            NetworkShellStep step = new NetworkShellStep("device");
            fill(step, keys, proxy);
            step.setEnableCredentialsId(text("enable"));
            AnswerEntry stored = new AnswerEntry("Token", "");
            stored.setCredentialsId(text("token"));
            AnswerEntry typed = new AnswerEntry("PASSCODE", hudson.util.Secret.fromString("passcode-of-a-person"));
            step.setAnswers(List.of(new AnswerEntry("New password", "answer-of-session"), stored));
            CommandEntry command = new CommandEntry("reset");
            command.setAnswers(List.of(new AnswerEntry("Again", "answer-of-command"), typed));
            step.setCommands(List.of(command));

            SessionPlan plan = new SessionPlanner(step, context()).plan(null, STYLE);

            assertThat(revealed(plan.secrets()))
                    .containsAll(ROUTE)
                    .containsAll(logins(keys))
                    .contains(
                            "text-of-enable",
                            "answer-of-session",
                            "answer-of-command",
                            "text-of-token",
                            "passcode-of-a-person")
                    .containsAll(held(plan));
        }
    }

    @Test
    void ofAnEnableSecretThatIsAPassword(JenkinsRule r) throws Exception {
        NetworkShellStep step = new NetworkShellStep("device");
        step.setCredentialsId(password("device"));
        step.setEnableCredentialsId(password("enable"));
        step.setCommands(List.of(new CommandEntry("show version")));

        SessionPlan plan = new SessionPlanner(step, context()).plan(null, STYLE);

        assertThat(revealed(plan.secrets()))
                .contains("password-of-enable-long-enough")
                .containsAll(held(plan));
    }

    @Test
    void ofSudo(JenkinsRule r) throws Exception {
        NetworkExecStep step = new NetworkExecStep("device");
        fill(step, false, "http://p:1");
        step.setSudoCredentialsId(text("sudo"));
        ConnectionPlan connection = new ConnectionPlanner(step, context()).plan();
        ExecPlan plan = new ExecPlan(connection, "id", false, Map.of(), null, null, null, "UTF-8", null, STYLE);

        assertThat(revealed(plan.secrets()))
                .containsAll(ROUTE)
                .containsAll(logins(false))
                .contains("text-of-sudo")
                .containsAll(held(plan));
    }

    @Test
    void ofATransferAndOfABlock(JenkinsRule r) throws Exception {
        NetworkGetStep step = new NetworkGetStep("device");
        fill(step, true, "http://p:1");
        ConnectionPlan connection = new ConnectionPlanner(step, context()).plan();
        List<DevicePlan> plans = List.of(
                new OpenPlan(connection, STYLE),
                new TransferPlan(
                        connection,
                        TransferPlan.Direction.GET,
                        "workspace",
                        List.of("flash:/config.cfg"),
                        "",
                        TransferOptions.DEFAULT,
                        FileAccess.Protocol.AUTO,
                        STYLE));
        for (DevicePlan plan : plans) {
            assertThat(revealed(plan.secrets()))
                    .containsAll(ROUTE)
                    .containsAll(logins(true))
                    .containsAll(held(plan));
        }
    }

    @Test
    void ofABackup(JenkinsRule r) throws Exception {
        Device device = Device.of("a", "a")
                .withCredentials(
                        new CredentialReference(
                                "",
                                new SecretReference.Stored(password("device")),
                                new SecretReference.Stored(text("enable"))),
                        List.of());
        Device other = Device.of("b", "b")
                .withCredentials(
                        new CredentialReference("", new SecretReference.Stored(key("other")), null), List.of());
        ShardPlan plan = new ShardPlan(
                "id",
                List.of(device, other),
                new DeviceLogins(new Stored()).of(List.of(device, other)),
                Policy.STRICT,
                new MemoryHostKeys("", "none"),
                PlatformCatalog.builtIn(),
                new ShardOptions(1, 0, Duration.ZERO, Duration.ofHours(1), "1"),
                Map.of(),
                Map.of(),
                new Stored().otherSecrets());

        assertThat(revealed(plan.secrets()))
                .contains(
                        "password-of-device-long-enough",
                        "user-of-device",
                        "text-of-enable",
                        "passphrase-of-other",
                        "user-of-other",
                        "build-parameter")
                .containsAll(held(plan));
        assertThat(plan.toString() + plan.logins()).doesNotContain("password-of", "user-of", "text-of", "key of");
        ShardPlan part = plan.of(List.of(other), plan.options());
        assertThat(revealed(part.secrets())).doesNotContain("password-of-device-long-enough", "text-of-enable");
    }

    private static Set<String> revealed(Collection<Secret> secrets) {
        Set<String> texts = new TreeSet<>();
        secrets.forEach(secret -> texts.add(secret.reveal()));
        return texts;
    }

    /** All secrets in an object and in what it holds, however deep; but no text of a key, which is never sent. */
    private static Set<String> held(Object root) throws IllegalAccessException {
        Set<String> found = new TreeSet<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Object next = open.remove(open.size() - 1);
            if (next == null || !seen.add(next)) {
                continue;
            }
            if (next instanceof Secret secret) {
                found.add(secret.reveal());
            } else if (next instanceof Iterable<?> several) {
                several.forEach(open::add);
            } else if (next instanceof Map<?, ?> map) {
                open.addAll(map.values());
            } else if (next.getClass().getName().startsWith("io.jenkins.plugins.networkshell")) {
                open.addAll(values(next));
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static List<Object> values(Object holder) throws IllegalAccessException {
        List<Object> values = new ArrayList<>();
        for (Field field : holder.getClass().getDeclaredFields()) {
            boolean keyText =
                    holder instanceof Credential.PrivateKey && field.getName().equals("text");
            if (!Modifier.isStatic(field.getModifiers())
                    && !keyText
                    && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                Object value = field.get(holder);
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
