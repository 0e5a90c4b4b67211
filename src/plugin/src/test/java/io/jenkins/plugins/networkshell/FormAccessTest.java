package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.jenkins.plugins.networkshell.backup.inventory.HostCredentials;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.step.LoginAnswerEntry;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.kohsuke.stapler.verb.POST;

/** Who may call the web methods behind the forms, found by reflection so that no new one is forgotten. */
@ExtendWith(SharedJenkins.class)
class FormAccessTest {
    private static final String SECRET_ID = "id-nobody-may-list";

    @RegisterExtension
    private final Devices devices = new Devices();

    @Test
    void everyWebMethodNeedsPostAndPermission(JenkinsRule r) throws Exception {
        Devices.addLogin(SECRET_ID, "me", "S3cret-of-me");
        FreeStyleProject job = r.createFreeStyleProject();
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                .everywhere()
                .to("author"));
        List<String> tried = new ArrayList<>();
        try (JenkinsRule.WebClient reader = client(r, "reader");
                JenkinsRule.WebClient author = client(r, "author")) {
            for (Class<?> descriptor : List.of(
                    NetworkShellStep.DescriptorImpl.class,
                    NetworkExecStep.DescriptorImpl.class,
                    NetworkGetStep.DescriptorImpl.class,
                    NetworkPutStep.DescriptorImpl.class,
                    NetworkSessionStep.DescriptorImpl.class,
                    NetworkBackupStep.DescriptorImpl.class,
                    HostCredentials.DescriptorImpl.class,
                    LoginAnswerEntry.DescriptorImpl.class,
                    VariableEntry.DescriptorImpl.class,
                    CommandEntry.DescriptorImpl.class,
                    AnswerEntry.DescriptorImpl.class)) {
                for (Method method : webMethods(descriptor)) {
                    assertThat(method.isAnnotationPresent(POST.class))
                            .as(method.toString())
                            .isTrue();
                    String path = "descriptorByName/"
                            + descriptor.getEnclosingClass().getName() + "/"
                            + Character.toLowerCase(method.getName().charAt(2))
                            + method.getName().substring(3);
                    tried.add(path);
                    URL url = URI.create(
                                    r.getURL() + job.getUrl() + path + "?value=x&host=127.0.0.1&port=1&credentialsId=")
                            .toURL();
                    checkReader(reader, url);
                    checkAuthor(author, url);
                }
            }
        }
        assertThat(tried).hasSizeGreaterThan(130);
    }

    /** The button of somebody who may change the job and nothing else. */
    @Test
    void whoMayConfigureMayTry(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        NetworkShellStep step = new NetworkShellStep(device.host());
        step.setPort(device.port());
        step.setCredentialsId(Devices.LOGIN);
        step.setHostKeys("accept-new");
        FreeStyleProject job = r.createFreeStyleProject();
        job.getBuildersList().add(new NetworkShellBuilder(step));
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, Item.EXTENDED_READ, Item.CONFIGURE)
                .everywhere()
                .to("author"));
        try (JenkinsRule.WebClient author = r.createWebClient().login("author")) {
            HtmlPage page = author.getPage(job, "configure");
            HtmlPage after = r.getButtonByCaption(page.getFormByName("config"), "Test connection")
                    .click();
            author.waitForBackgroundJavaScript(20_000);
            assertThat(after.asNormalizedText()).contains("Connected. The platform is huawei_vrp");
        }
    }

    /** Without the scripts of the pages, since what counts is the answer itself. */
    private static JenkinsRule.WebClient client(JenkinsRule r, String user) throws Exception {
        JenkinsRule.WebClient client =
                r.createWebClient().withThrowExceptionOnFailingStatusCode(false).login(user);
        client.getOptions().setJavaScriptEnabled(false);
        return client;
    }

    private static void checkReader(JenkinsRule.WebClient client, URL url) throws Exception {
        assertThat(client.getPage(new WebRequest(url, HttpMethod.GET))
                        .getWebResponse()
                        .getStatusCode())
                .as("GET " + url)
                .isIn(404, 405);
        Page page = client.getPage(client.addCrumb(new WebRequest(url, HttpMethod.POST)));
        int status = page.getWebResponse().getStatusCode();
        if (url.getPath().contains("/fill")) {
            assertThat(status).as("POST of reader " + url).isEqualTo(200);
            assertThat(page.getWebResponse().getContentAsString())
                    .as(url.toString())
                    .doesNotContain(SECRET_ID, "huawei_vrp", "accept-any");
        } else {
            assertThat(status).as("POST of reader " + url).isEqualTo(403);
        }
    }

    private static void checkAuthor(JenkinsRule.WebClient client, URL url) throws Exception {
        assertThat(client.getPage(new WebRequest(url, HttpMethod.GET))
                        .getWebResponse()
                        .getStatusCode())
                .as("GET " + url)
                .isIn(404, 405);
        Page page = client.getPage(client.addCrumb(new WebRequest(url, HttpMethod.POST)));
        assertThat(page.getWebResponse().getStatusCode())
                .as("POST of author " + url)
                .isEqualTo(200);
    }

    private static List<Method> webMethods(Class<?> descriptor) {
        return Stream.of(descriptor.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("io.jenkins.plugins.networkshell."))
                .filter(method -> method.getName().matches("do[A-Z].*") && !method.isBridge())
                .toList();
    }
}
