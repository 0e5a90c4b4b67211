package io.jenkins.plugins.networkshell.backup.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import hudson.model.FreeStyleProject;
import hudson.model.Job;
import io.jenkins.plugins.networkshell.backup.BackupHistory;
import io.jenkins.plugins.networkshell.backup.BackupHistory.Night;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * How long pages take with {@value #DEVICES} devices and {@value #BUILDS} builds. Runs when it is asked for
 * ({@code -Dtest=BackupPagesBenchmark}), and prints; what is too long depends on the machine, so nothing fails.
 */
@WithJenkins
class BackupPagesBenchmark {
    private static final int DEVICES = 2000;
    private static final int BUILDS = 1000;
    private static final int ROUNDS = 5;
    /** Of a configuration: 20 KB. */
    private static final int INTERFACES = 300;

    /** On a machine that others use too, the processor's time says more than the clock's. */
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final HttpClient client = HttpClient.newHttpClient();

    private JenkinsRule r;

    @Test
    void measure(JenkinsRule rule) throws Exception {
        r = rule;
        r.timeout = 0;
        BackupHistory history = new BackupHistory(r, "nightly");
        history.build(night("10.0.0.1"));
        history.build(night("10.0.0.2"));
        copyLastBuild(history.job());
        System.out.println("| page | processor | clock, median | clock, first time |");
        print("", "the page of the job, with the badges of its builds");
        print("network-backup/", "devices of the job");
        print(
                "network-backup/?builds=365&q=sw-1&sort=changed&page=20",
                "devices of the job, searched and sorted, a year in the chart");
        print("network-backup/device?name=sw-1234", "a device of the job");
        print("network-backup/configuration?name=sw-1234&version=1&configuration=", "a configuration");
        print("network-backup/search?pattern=ntp+server+10.0.0.2", "search: a line that all have, 200 are shown");
        print("network-backup/search?pattern=hostname+sw-1234", "search: a line that one has");
        print("network-backup/search?pattern=ntp+server+10.0.0.9&lacking=true", "search: a line that all lack");
        print("network-backup/compare?before=sw-1234@previous&now=sw-1234", "compare two versions");
        print("network-backup/feed", "feed");
        print("network-backup/api/json", "API of the job");
        print("1000/", "the page of a build");
        print("1000/network-backup/", "devices of a build, all of them changed");
        print("1000/network-backup/?q=sw-1&sort=size&page=20", "devices of a build, searched and sorted");
        print("1000/network-backup/device?name=sw-1234", "a device of a build");
        print("1000/network-backup/api/json", "API of a build");
    }

    private static Night night(String ntp) {
        Night night = new Night();
        IntStream.range(0, DEVICES).forEach(i -> night.device("sw-" + i, configuration(i, ntp)));
        return night;
    }

    private static String configuration(int device, String ntp) {
        StringBuilder text = new StringBuilder("hostname sw-" + device + "\n");
        for (int i = 0; i < INTERFACES; i++) {
            text.append("interface GigabitEthernet1/0/").append(i).append("\n description port ");
            text.append(i).append(" of sw-").append(device).append('\n');
        }
        return text.append("ntp server ").append(ntp).append("\nend\n").toString();
    }

    /** To run a thousand builds takes too long, and the pages read only what they leave behind. */
    private void copyLastBuild(FreeStyleProject job) throws Exception {
        Path builds = job.getBuildDir().toPath();
        Path summaries = job.getRootDir().toPath().resolve("network-backup/builds.jsonl");
        String last = Files.readAllLines(summaries).get(1);
        StringBuilder lines = new StringBuilder(Files.readString(summaries));
        for (int number = 3; number <= BUILDS; number++) {
            FileUtils.copyDirectory(
                    builds.resolve("2").toFile(),
                    builds.resolve(Integer.toString(number)).toFile());
            lines.append(last.replace("\"number\":2", "\"number\":" + number)).append('\n');
        }
        Files.writeString(summaries, lines);
        job.updateNextBuildNumber(BUILDS + 1);
        r.jenkins.reload();
        Job<?, ?> read = r.jenkins.getItemByFullName("nightly", Job.class);
        assertThat(read.getLastBuild().getNumber()).isEqualTo(BUILDS);
        assertThat(JobBackups.of(read).builds()).hasSize(BUILDS);
    }

    private void print(String path, String what) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(r.getURL() + "job/nightly/" + path))
                .build();
        Duration first = time(request);
        long before = SYSTEM.getProcessCpuTime();
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            times.add(time(request));
        }
        Duration work = Duration.ofNanos((SYSTEM.getProcessCpuTime() - before) / ROUNDS);
        Duration median = times.stream().sorted().toList().get(ROUNDS / 2);
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %d ms | %d ms | %d ms |",
                what,
                work.toMillis(),
                median.toMillis(),
                first.toMillis()));
    }

    private Duration time(HttpRequest request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        assertThat(response.statusCode()).as(request.uri().toString()).isEqualTo(200);
        return time;
    }
}
