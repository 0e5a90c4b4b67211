package io.jenkins.plugins.networkshell.backup.page;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.SharedJenkins;
import io.jenkins.plugins.networkshell.backup.BackupHistory;
import io.jenkins.plugins.networkshell.backup.BackupHistory.Night;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Who may see and do what on the pages of backups. */
@ExtendWith(SharedJenkins.class)
class BackupPermissionsTest {
    private static final String JOB = "job/nightly/network-backup/";

    private JenkinsRule r;
    private BackupHistory history;
    private FreeStyleBuild build;

    @BeforeEach
    void secure(JenkinsRule rule) throws Exception {
        r = rule;
        history = new BackupHistory(r, "nightly");
        history.build(new Night()
                .device("a", "hostname a\nenable secret 0 Planted7\nend\n")
                .failing("b"));
        build = history.build(new Night()
                .device("a", "hostname b\nenable secret 0 Planted7\nend\n")
                .failing("b"));
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                .everywhere()
                .to("configurer")
                .grant(Jenkins.READ, Item.READ, Item.EXTENDED_READ, Item.BUILD, Run.UPDATE)
                .everywhere()
                .to("operator")
                .grant(Jenkins.READ, Item.READ, BackupPermissions.RAW)
                .everywhere()
                .to("restorer")
                .grant(Jenkins.READ, Item.READ, BackupPermissions.REVIEW)
                .everywhere()
                .to("reviewer")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ)
                .everywhere()
                .to("stranger"));
    }

    private int status(String user, HttpMethod method, String path) throws Exception {
        JenkinsRule.WebClient client = r.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        client.getOptions().setRedirectEnabled(true);
        client.login(user);
        URL url = new URL(client.getContextPath() + path);
        WebRequest request =
                method == HttpMethod.POST ? client.addCrumb(new WebRequest(url, method)) : new WebRequest(url, method);
        return client.getPage(request).getWebResponse().getStatusCode();
    }

    @Test
    void whoMayReadTheJobMayReadThePages() throws Exception {
        List<String> pages = List.of(
                JOB,
                JOB + "device?name=a",
                JOB + "configuration?name=a&version=1&configuration=",
                JOB + "search?pattern=hostname",
                JOB + "compare?before=a@1&now=a@2",
                JOB + "feed",
                JOB + "api/json",
                build.getUrl() + "network-backup/",
                build.getUrl() + "network-backup/device?name=a",
                build.getUrl() + "network-backup/api/json");
        for (String page : pages) {
            assertThat(status("reader", HttpMethod.GET, page)).as(page).isEqualTo(200);
            assertThat(status("stranger", HttpMethod.GET, page)).as(page).isEqualTo(404);
        }
    }

    @Test
    void secretsNeedAPermissionOfTheirOwn() throws Exception {
        String raw = JOB + "raw?name=a&version=1&configuration=";
        for (String user : List.of("admin", "configurer", "restorer")) {
            assertThat(status(user, HttpMethod.GET, raw)).as(user).isEqualTo(200);
        }
        for (String user : List.of("operator", "reviewer", "reader")) {
            assertThat(status(user, HttpMethod.GET, raw)).as(user).isEqualTo(403);
        }
        assertThat(status("stranger", HttpMethod.GET, raw)).isEqualTo(404);
    }

    @Test
    void reviewsNeedAPermissionOfTheirOwnAndAPost() throws Exception {
        String review = JOB + "review?name=a&version=2&note=seen";
        for (String user : List.of("reader", "restorer", "stranger")) {
            assertThat(status(user, HttpMethod.POST, review)).as(user).isIn(403, 404);
        }
        assertThat(status("reviewer", HttpMethod.GET, review)).isIn(404, 405);
        assertThat(JobBackups.of(history.job()).reviews()).isEmpty();
        for (String user : List.of("admin", "operator", "reviewer")) {
            assertThat(status(user, HttpMethod.POST, review)).as(user).isEqualTo(200);
        }
        assertThat(JobBackups.of(history.job()).reviews()).singleElement().satisfies(one -> {
            assertThat(one.user()).isEqualTo("reviewer");
            assertThat(one.note()).isEqualTo("seen");
        });
        assertThat(status("reviewer", HttpMethod.POST, JOB + "review?name=a&version=7&note="))
                .isEqualTo(404);
    }

    /** Stapler would serve what a getter returns: another object would have a second address, with other checks. */
    @Test
    void gettersHaveNoAddress() throws Exception {
        for (String property : properties(BackupOverview.class, Set.of("api", "search", "compare"))) {
            assertThat(status("admin", HttpMethod.GET, JOB + property + "/"))
                    .as(property)
                    .isEqualTo(404);
        }
        for (String property : properties(BuildBackups.class, Set.of("api"))) {
            assertThat(status("admin", HttpMethod.GET, build.getUrl() + "network-backup/" + property + "/"))
                    .as(property)
                    .isEqualTo(404);
        }
    }

    /** @param pages which have an address */
    private static List<String> properties(Class<?> page, Set<String> pages) {
        List<String> all = Arrays.stream(page.getMethods())
                .filter(method -> method.getName().matches("(get|is)[A-Z].*") && method.getParameterCount() == 0)
                .map(method -> method.getName().replaceFirst("get|is", ""))
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .distinct()
                .toList();
        assertThat(all).contains("object", "table", "devices").containsAll(pages);
        return all.stream().filter(name -> !pages.contains(name)).toList();
    }

    /** What the API gives to whoever may read the job, down to its depth. */
    @Test
    void theApiHasNoSecretsAndNoOtherObjects() throws Exception {
        for (String path : List.of(JOB, build.getUrl() + "network-backup/")) {
            JenkinsRule.WebClient client = r.createWebClient();
            client.login("reader");
            String answer = client.goTo(path + "api/json?depth=9", "application/json")
                    .getWebResponse()
                    .getContentAsString();
            assertThat(answer)
                    .as(path)
                    .contains("\"name\":\"a\"")
                    .doesNotContain("Planted7", "fullDisplayName", "\"url\"");
        }
    }

    /** A new web method has to be added to the tests above. */
    @Test
    void theTestsAboveKnowEveryWebMethod() {
        assertThat(Stream.of(BackupOverview.class, BuildBackups.class)
                        .flatMap(page -> Arrays.stream(page.getDeclaredMethods())
                                .filter(method -> Modifier.isPublic(method.getModifiers())
                                        && method.getName().matches("do[A-Z].*"))
                                .map(method -> page.getSimpleName() + "." + method.getName())))
                .containsExactlyInAnyOrder(
                        "BackupOverview.doDevice",
                        "BackupOverview.doConfiguration",
                        "BackupOverview.doRaw",
                        "BackupOverview.doReview",
                        "BackupOverview.doFeed",
                        "BuildBackups.doDevice");
        assertThat(Arrays.stream(BackupOverview.class.getDeclaredMethods()).map(Method::getName))
                .contains("getApi");
    }

    @Test
    void formsOfThoseWhoMayNotAreNotShown() throws Exception {
        JenkinsRule.WebClient client = r.createWebClient();
        client.login("reader");
        String page = client.goTo(JOB + "device?name=a").asXml();
        assertThat(page).doesNotContain("action=\"review\"").doesNotContain("raw?name");
        client.login("configurer");
        assertThat(client.goTo(JOB + "device?name=a").asXml()).contains("raw?name");
    }
}
