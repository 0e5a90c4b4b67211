package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.sun.net.httpserver.HttpServer;
import hudson.model.Result;
import hudson.model.Run;
import hudson.tasks.junit.CaseResult;
import hudson.tasks.junit.TestResultAction;
import hudson.util.Secret;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;

/** Holds the examples of docs/backup-jenkins.md that tell people to what works: they are run as they stand there. */
@ExtendWith(SharedJenkins.class)
class BackupExamplesTest {
    private static final Path PAGE = Path.of("../../docs/backup-jenkins.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```groovy\n(.*?)```");
    private static final String SECRET = "$1a$Tz4;Q/w1rB$kE0nvJ2YpW5hQx8sLd3fGm6uC9aRb7oN1iVtZyHe$";

    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path folder;

    /** A job with the one example that has the text; its inventory is in the workspace. */
    private static WorkflowJob example(JenkinsRule r, String text, SimulatedInventory inventory) throws Exception {
        NetworkShellConfiguration.get().setHostKeys("accept-new");
        return Devices.pipeline(r, script(text, inventory));
    }

    private static String script(String text, SimulatedInventory inventory) throws IOException {
        List<String> found = EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .filter(example -> example.contains(text))
                .toList();
        assertThat(found).hasSize(1);
        String write = "node {\n    writeFile file: 'devices.yaml', text: '''" + inventory.text() + "'''\n";
        return found.get(0).replaceFirst("node\\(.*?\\) \\{\n", Matcher.quoteReplacement(write));
    }

    @Test
    void theChatIsToldOnceOfEachChangeOfState(JenkinsRule r) throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer chat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        chat.createContext("/secret-hook", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        chat.start();
        try {
            SimulatedDevice good = devices.huawei();
            SimulatedDevice bad = devices.huawei().withFault(Fault.REJECT_LOGIN);
            Devices.addLogin(good);
            SystemCredentialsProvider.getInstance()
                    .getCredentials()
                    .add(new StringCredentialsImpl(
                            CredentialsScope.GLOBAL,
                            "chat-webhook",
                            null,
                            Secret.fromString(
                                    "http://127.0.0.1:" + chat.getAddress().getPort() + "/secret-hook")));
            WorkflowJob job = example(
                    r,
                    "chat-webhook",
                    new SimulatedInventory().with("good", good).with("bad", bad));
            Run<?, ?> run = r.buildAndAssertSuccess(job);
            r.assertLogNotContains("/secret-hook", run);
            assertThat(told)
                    .singleElement()
                    .satisfies(
                            message -> assertThat(JSONObject.fromObject(message).getString("text"))
                                    .contains("1 of 2 devices backed up", "Failed, and did not before:\n- bad: "));
            r.buildAndAssertSuccess(job);
            assertThat(told).as("down for a second night").hasSize(1);
            bad.withoutFaults();
            r.buildAndAssertSuccess(job);
            assertThat(told).hasSize(2);
            assertThat(JSONObject.fromObject(told.get(1)).getString("text"))
                    .contains("Failed before and is back:\n- bad");
        } finally {
            chat.stop(0);
        }
    }

    @Test
    void aFailedDeviceIsAFailedTest(JenkinsRule r) throws Exception {
        SimulatedDevice good = devices.huawei();
        SimulatedDevice bad = devices.huawei().withFault(Fault.REJECT_LOGIN);
        Devices.addLogin(good);
        Run<?, ?> run = r.buildAndAssertStatus(
                Result.UNSTABLE,
                example(
                        r,
                        "junit '",
                        new SimulatedInventory().with("good", good).with("bad", bad)));
        TestResultAction tests = run.getAction(TestResultAction.class);
        assertThat(tests.getTotalCount()).isEqualTo(2);
        assertThat(tests.getFailedTests())
                .singleElement()
                .extracting(CaseResult::getDisplayName)
                .isEqualTo("bad");
    }

    @Test
    void redactedConfigurationsArePushed(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(SimulatedInventory.switchWith("100", SECRET));
        Devices.addLogin(device);
        SimulatedInventory inventory = new SimulatedInventory().with("core-sw1", device);
        Path repository = folder.resolve("configs.git");
        git("init", "-q", "--bare", "-b", "main", repository.toString());
        String script = script("git clone", inventory)
                .replace("ssh://git@git.example.net/net/configs.git", repository.toString())
                .replace("sshagent(['git-push'])", "dir('.')"); // files need no key
        NetworkShellConfiguration.get().setHostKeys("accept-new");
        WorkflowJob job = Devices.pipeline(r, script);
        r.buildAndAssertSuccess(job);
        assertThat(git("--git-dir", repository.toString(), "show", "main:configs/core-sw1.cfg"))
                .contains("vlan batch 100")
                .doesNotContain(SECRET);
        r.buildAndAssertSuccess(job);
        assertThat(git("--git-dir", repository.toString(), "log", "--format=%s", "main"))
                .as("a night without a change is no commit")
                .isEqualTo("Backup 1\n");
    }

    private static String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(output).isZero();
        return output;
    }
}
