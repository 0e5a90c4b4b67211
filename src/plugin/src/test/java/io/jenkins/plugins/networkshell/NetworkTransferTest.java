package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hudson.FilePath;
import hudson.model.Node;
import hudson.model.Result;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;

/** Files between the workspace, wherever that is, and OpenSSH's server. */
@ExtendWith(SharedJenkins.class)
class NetworkTransferTest {
    private static final int ABORT_LIMIT_SECONDS = 2;
    private static final Instant OLD = Instant.parse("2001-02-03T04:05:06Z");

    @TempDir
    private Path folder;

    /** Where the device has its files. */
    private Path there;

    @BeforeEach
    void filesOnTheDevice() throws IOException {
        there = Files.createDirectories(folder.resolve("there"));
        Files.createDirectories(there.resolve("conf/sub"));
        Files.writeString(there.resolve("conf/a.cfg"), "of a\n");
        Files.writeString(there.resolve("conf/b.cfg"), "of b, which is longer\n");
        Files.writeString(there.resolve("conf/sub/c.txt"), "of c\n");
        Files.createSymbolicLink(there.resolve("conf/link"), Path.of("/etc/passwd"));
    }

    /** What is promised for both places is seen on both. */
    private static List<Node> places(JenkinsRule r) throws Exception {
        return List.of(r.jenkins, r.createOnlineSlave());
    }

    private static WorkflowJob job(JenkinsRule r, Node place, String script) throws Exception {
        String name = place.getNodeName().isEmpty() ? "built-in" : place.getNodeName();
        return Devices.pipeline(r, "node('" + name + "') {\n" + script + "\n}");
    }

    /** The steps' common arguments come first in each call: {@code AT} stands for them, and {@code THERE} for the folder. */
    private String filled(OpenSsh server, String script) {
        return script.replace("AT", server.at()).replace("THERE", there.toString());
    }

    private static String read(FilePath workspace, String path) throws Exception {
        return workspace.child(path).readToString();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void fromTheDevice(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            for (Node place : places(r)) {
                WorkflowJob job = job(r, place, filled(server, """
                        def one = networkGet(AT, from: 'THERE/conf/a.cfg')
                        echo "one:${one.files}:${one.bytes}:${one.skipped}:${one.failed}:${one.failure}:${one.elapsedMillis > 0}:${one}"
                        networkGet(AT, from: 'THERE/conf/a.cfg', to: 'renamed.cfg')
                        networkGet(AT, from: 'THERE/conf/a.cfg', to: 'new/folder/')
                        networkGet(AT, from: 'THERE/conf/a.cfg', to: 'deep/er/name.cfg')
                        def globbed = networkGet(AT, from: 'THERE/c*/[ab].cfg', to: 'globbed/')
                        echo "globbed:${globbed.files}:${globbed.bytes}"
                        networkGet(AT, from: ['THERE/conf/a.cfg', 'THERE/conf/sub/c.txt'], to: 'listed/')
                        def tree = networkGet(AT, from: 'THERE/conf', to: 'tree', recursive: true)
                        echo "tree:${tree.files}:${tree.skipped}"
                        networkGet(AT, from: 'THERE/conf', to: 'into/', recursive: true, quiet: true)
                        """));
                WorkflowRun run = r.buildAndAssertSuccess(job);
                r.assertLogContains("one:1:5:0:false:null:true:1 files, 5 bytes", run);
                r.assertLogContains("globbed:2:27", run);
                r.assertLogContains("tree:3:1", run);
                r.assertLogContains("Left out: " + there + "/conf/link, it is a link.", run);
                assertThat(run.getLog(500))
                        .contains("Connecting to " + OpenSsh.user() + "@127.0.0.1:" + server.port())
                        .contains(there + "/conf/a.cfg (5 bytes)")
                        .anyMatch(line -> line.matches("Copied 1 file, 5 bytes, 0 left out, in [0-9.]+ s\\."))
                        .anyMatch(line -> line.matches("Copied 3 files, 32 bytes, 1 left out, in [0-9.]+ s\\."))
                        .filteredOn(line -> line.equals(there + "/conf/sub/c.txt (5 bytes)"))
                        .as("not where it is quiet")
                        .hasSize(2);
                FilePath workspace = place.getWorkspaceFor(job);
                for (String copy : List.of(
                        "a.cfg",
                        "renamed.cfg",
                        "new/folder/a.cfg",
                        "deep/er/name.cfg",
                        "globbed/a.cfg",
                        "listed/a.cfg",
                        "tree/a.cfg",
                        "into/conf/a.cfg")) {
                    assertThat(read(workspace, copy)).as(copy).isEqualTo("of a\n");
                }
                assertThat(read(workspace, "globbed/b.cfg")).isEqualTo("of b, which is longer\n");
                assertThat(read(workspace, "listed/c.txt")).isEqualTo("of c\n");
                assertThat(read(workspace, "tree/sub/c.txt")).isEqualTo("of c\n");
                assertThat(read(workspace, "into/conf/sub/c.txt")).isEqualTo("of c\n");
                assertThat(workspace.child("tree/link").exists()).isFalse();
                assertThat(workspace.list("**/.*.part")).isEmpty();
            }
        }
    }

    @Test
    void toTheDevice(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            int number = 0;
            for (Node place : places(r)) {
                Path target = Files.createDirectories(there.resolve("target" + number++));
                WorkflowRun run = r.buildAndAssertSuccess(
                        job(r, place, filled(server, """
                                writeFile file: 'out/a.cfg', text: 'new a'
                                writeFile file: 'out/b.cfg', text: 'new b'
                                writeFile file: 'out/sub/c d.txt', text: 'new c'
                                def one = networkPut(AT, from: 'out/a.cfg', to: 'TARGET/renamed.cfg')
                                echo "one:${one.files}:${one.bytes}"
                                networkPut(AT, from: 'out/a.cfg', to: 'TARGET/')
                                def globbed = networkPut(AT, from: 'out/*.cfg', to: 'TARGET')
                                echo "globbed:${globbed.files}"
                                networkPut(AT, from: ['out/sub/c d.txt', 'out/b.cfg'], to: 'TARGET')
                                def tree = networkPut(AT, from: 'out', to: 'TARGET/tree', recursive: true)
                                echo "tree:${tree.files}"
                                networkPut(AT, from: pwd() + '/out', to: 'TARGET', recursive: true)
                                networkPut(AT, from: 'out/a.cfg', to: 'TARGET/plain', protocol: 'scp')
                                """).replace("TARGET", target.toString())));
                r.assertLogContains("one:1:5", run);
                r.assertLogContains("globbed:2", run);
                r.assertLogContains("tree:3", run);
                r.assertLogContains("/out/sub/c d.txt (5 bytes)", run);
                for (String copy : List.of("renamed.cfg", "a.cfg", "tree/a.cfg", "out/a.cfg", "plain")) {
                    assertThat(target.resolve(copy)).hasContent("new a");
                }
                assertThat(target.resolve("b.cfg")).hasContent("new b");
                assertThat(target.resolve("c d.txt")).hasContent("new c");
                assertThat(target.resolve("tree/sub/c d.txt")).hasContent("new c");
                assertThat(target.resolve("out/sub/c d.txt")).hasContent("new c");
            }
        }
    }

    @Test
    void preservedAndResumed(JenkinsRule r) throws Exception {
        Path tool = Files.writeString(there.resolve("tool"), "x");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(tool, FileTime.from(OLD));
        byte[] content = random(300_000);
        Files.write(there.resolve("big"), content);
        Files.write(there.resolve(".back.part"), Arrays.copyOf(content, 250_000));
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            for (Node place : places(r)) {
                WorkflowJob job = job(r, place, filled(server, """
                        networkGet(AT, from: 'THERE/tool', preserve: true)
                        networkPut(AT, from: 'tool', to: 'THERE/tool-back', preserve: true)
                        def part = networkGet(AT, from: 'THERE/big', to: 'big', resume: true, preserve: true)
                        echo "part:${part.files}:${part.bytes}"
                        def again = networkGet(AT, from: 'THERE/big', to: 'big', resume: true)
                        echo "again:${again.files}:${again.bytes}:${again.skipped}"
                        networkPut(AT, from: 'big', to: 'THERE/back', resume: true)
                        """));
                FilePath workspace = place.getWorkspaceFor(job);
                Path here = Files.createDirectories(Path.of(workspace.getRemote()));
                Files.write(here.resolve(".big.part"), Arrays.copyOf(content, 100_000));
                WorkflowRun run = r.buildAndAssertSuccess(job);
                r.assertLogContains("part:1:200000", run);
                r.assertLogContains(there + "/big: goes on after 100.0 kB of an earlier attempt", run);
                r.assertLogContains("again:0:0:1", run);
                r.assertLogContains(
                        "Left out: " + there + "/big, it is there already, with the same size and time.", run);
                assertThat(here.resolve("big")).hasBinaryContent(content);
                assertThat(there.resolve("back")).hasBinaryContent(content);
                for (Path copy : List.of(here.resolve("tool"), there.resolve("tool-back"))) {
                    assertThat(Files.getLastModifiedTime(copy).toInstant()).isEqualTo(OLD);
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                            .isEqualTo("rwxr-x--x");
                }
            }
        }
    }

    /** A file that is replaced is another file, one that is overwritten is the same. */
    @Test
    void atomicOrNot(JenkinsRule r) throws Exception {
        Path replaced = Files.writeString(there.resolve("replaced"), "old");
        Path overwritten = Files.writeString(there.resolve("overwritten"), "old");
        Object replacedBefore = Files.getAttribute(replaced, "unix:ino");
        Object overwrittenBefore = Files.getAttribute(overwritten, "unix:ino");
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            r.buildAndAssertSuccess(job(r, r.jenkins, filled(server, """
                    writeFile file: 'x', text: 'new'
                    networkPut(AT, from: 'x', to: 'THERE/replaced')
                    networkPut(AT, from: 'x', to: 'THERE/overwritten', atomic: false)
                    """)));
        }
        assertThat(replaced).hasContent("new");
        assertThat(overwritten).hasContent("new");
        assertThat(Files.getAttribute(replaced, "unix:ino")).isNotEqualTo(replacedBefore);
        assertThat(Files.getAttribute(overwritten, "unix:ino")).isEqualTo(overwrittenBefore);
    }

    @Test
    void checksumsAndProtocols(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            r.buildAndAssertSuccess(job(r, r.jenkins, filled(server, """
                    networkGet(AT, from: 'THERE/conf/a.cfg', checksum: true)
                    networkGet(AT, from: 'THERE/conf/a.cfg', checksum: 'required', protocol: 'sftp')
                    """)));
        }
        try (OpenSsh filesOnly = OpenSsh.start(newFolder("files-only"), "ForceCommand internal-sftp")) {
            filesOnly.addLogin();
            WorkflowRun run = r.buildAndAssertSuccess(
                    job(r, r.jenkins, filled(filesOnly, "networkGet(AT, from: 'THERE/conf/a.cfg', checksum: true)")));
            r.assertLogContains("127.0.0.1 can't compute checksums; only sizes are compared.", run);
            fails(
                    r,
                    filled(filesOnly, "networkGet(AT, from: 'THERE/conf/b.cfg', checksum: 'required')"),
                    "The checksum of '" + there + "/conf/b.cfg' could not be verified: "
                            + "127.0.0.1 runs neither sha256sum nor anything like it.");
        }
        try (OpenSsh noSftp = OpenSsh.start(newFolder("no-sftp"), "Subsystem none /bin/false")) {
            noSftp.addLogin();
            Path back = there.resolve("back");
            for (Node place : places(r)) {
                WorkflowJob job = job(r, place, filled(noSftp, """
                        networkGet(AT, from: 'THERE/conf', to: 'tree', recursive: true, checksum: 'required')
                        networkPut(AT, from: 'tree/*.cfg', to: 'THERE/conf/sub')
                        networkPut(AT, from: 'tree/sub/c.txt', to: 'THERE/back')
                        """));
                r.buildAndAssertSuccess(job);
                assertThat(read(place.getWorkspaceFor(job), "tree/sub/c.txt")).isEqualTo("of c\n");
                assertThat(there.resolve("conf/sub/b.cfg")).hasContent("of b, which is longer\n");
                assertThat(back).hasContent("of c\n");
                Files.delete(back);
                Files.delete(there.resolve("conf/sub/a.cfg"));
                Files.delete(there.resolve("conf/sub/b.cfg"));
            }
            fails(
                    r,
                    filled(noSftp, "networkGet(AT, from: 'THERE/conf/b.cfg', protocol: 'sftp')"),
                    "127.0.0.1:" + noSftp.port() + " ");
        }
    }

    private Path newFolder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private static WorkflowRun fails(JenkinsRule r, String script, String sentence) throws Exception {
        WorkflowRun run = r.buildAndAssertStatus(Result.FAILURE, job(r, r.jenkins, script));
        assertThat(run.getLog(500))
                .filteredOn(line -> line.startsWith("ERROR: "))
                .as(script)
                .hasSize(1)
                .first()
                .asString()
                .contains(sentence);
        r.assertLogNotContains("\tat ", run);
        return run;
    }

    @Test
    void failuresAreOneSentence(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            fails(
                    r,
                    filled(server, "networkPut(AT, from: 'nothing.cfg', to: 'THERE')"),
                    "No file in the workspace is or matches \"nothing.cfg\".");
            fails(
                    r,
                    filled(server, "writeFile file: 'a', text: ''\nnetworkPut(AT, from: ['a', '*.none'], to: 'THERE')"),
                    "No file in the workspace is or matches \"*.none\".");
            assertThat(there.resolve("a")).doesNotExist();
            fails(
                    r,
                    filled(server, "networkGet(AT, from: 'THERE/nothing')"),
                    "'" + there
                            + "/nothing' was not found or could not be looked at on 127.0.0.1: no such file or folder.");
            fails(
                    r,
                    filled(server, "networkGet(AT, from: 'THERE/*.none')"),
                    "No file on 127.0.0.1 matches '" + there + "/*.none'.");
            fails(r, filled(server, "networkGet(AT)"), "There are no files to copy: set from.");
            fails(r, filled(server, "networkPut(AT, from: ' ')"), "There are no files to copy: set from.");
            fails(
                    r,
                    filled(server, "networkGet(AT, from: 'x', checksum: 'often')"),
                    "\"often\" is not known for checksum; use false, true or required.");
            fails(
                    r,
                    filled(server, "networkGet(AT, from: 'x', protocol: 'ftp')"),
                    "The protocol \"ftp\" is not known. Allowed: auto, sftp, scp.");
            fails(
                    r,
                    filled(server, "networkGet(AT, from: 'THERE/conf')"),
                    "'" + there + "/conf' on 127.0.0.1 is a folder; it is copied only recursively.");
            fails(
                    r,
                    filled(server, "writeFile file: 'a', text: ''\nnetworkPut(AT, from: '.', to: 'THERE')"),
                    "on our side is a folder; it is copied only recursively.");
            fails(
                    r,
                    filled(
                            server,
                            "writeFile file: 'file', text: ''\nnetworkGet(AT, from: 'THERE/conf/a.cfg', to: 'file/new/')"),
                    "/file/new could not be created: Not a directory.");
            fails(
                    r,
                    filled(
                            server,
                            "writeFile file: 'file', text: ''\nnetworkGet(AT, from: 'THERE/conf/a.cfg', to: 'file/')"),
                    "/file is a file, so there can be no folder of that name.");
            fails(
                    r,
                    filled(server, "networkGet(AT, from: 'THERE/conf/a.cfg', to: 'nul\\u0000byte')"),
                    "is not a path on the machine of the workspace: Nul character not allowed.");
            fails(
                    r,
                    filled(
                            server,
                            "writeFile file: 'a', text: ''\nnetworkPut(AT, from: 'a', to: 'THERE/no/such/folder/')"),
                    "'" + there + "/no/such/folder/' on 127.0.0.1 is not a folder.");
            fails(
                    r,
                    filled(server, "networkGet(AT, from: 'THERE/conf/[ab].cfg', to: 'no-folder')"),
                    "no-folder' is not a folder, so 2 files can't be put in it");
            fails(r, "networkGet(credentialsId: 'x', from: 'x')", "There is no host to connect to: set host");
            fails(r, "networkPut(host: '127.0.0.1', from: 'x')", "There are no credentials for 127.0.0.1");
            WorkflowRun outside = r.buildAndAssertStatus(
                    Result.FAILURE, Devices.pipeline(r, filled(server, "networkGet(AT, from: 'THERE/conf/a.cfg')")));
            r.assertLogContains(
                    "Perhaps you forgot to surround the networkGet step with a step that provides this, such as: node",
                    outside);
            WorkflowRun told = r.buildAndAssertSuccess(job(r, r.jenkins, filled(server, """
                    def r = networkGet(AT, from: ['THERE/conf/a.cfg', 'THERE/nothing'], to: 'some/', failOnError: false)
                    echo "r:${r.failed}:${r.failure}:${r.files}:${r.bytes}"
                    """)));
            String failure = "'" + there
                    + "/nothing' was not found or could not be looked at on 127.0.0.1: no such file or folder.";
            r.assertLogContains("ERROR: " + failure, told);
            r.assertLogContains("r:true:" + failure + ":1:5", told);
        }
    }

    @Test
    void aDeviceCanNotLeaveTheWorkspace(JenkinsRule r) throws Exception {
        Path device = script("device", """
                case "$SSH_ORIGINAL_COMMAND" in
                *'cd -- '*) printf '81a4 5 0 0 0\\n../outside/\\n' ;;
                *) sh -c "$SSH_ORIGINAL_COMMAND" ;;
                esac
                """);
        try (OpenSsh server = OpenSsh.start(newFolder("server"), "ForceCommand " + device)) {
            server.addLogin();
            for (String from : List.of("THERE/conf", "THERE/*/outside", "THERE/conf/*")) {
                WorkflowRun run = fails(
                        r,
                        filled(
                                server,
                                "networkGet(AT, from: '" + from
                                        + "', to: 'deep/target/', recursive: true, protocol: 'scp')"),
                        "127.0.0.1 lists a file named '../outside'");
                FilePath workspace = r.jenkins.getWorkspaceFor(run.getParent());
                assertThat(workspace.list("**")).isEmpty();
            }
        }
    }

    /** A device with a shell and nothing else. */
    @Test
    void neitherSftpNorScp(JenkinsRule r) throws Exception {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));
            Devices.addLogin(device);
            WorkflowRun run = r.buildAndAssertStatus(
                    Result.FAILURE,
                    Devices.pipeline(r, "node { networkGet(%s, from: 'vrpcfg.zip') }".formatted(Devices.at(device))));
            r.assertLogContains(
                    "ERROR: 'vrpcfg.zip' could not be read on 127.0.0.1: it has neither SFTP nor SCP.", run);
            r.assertLogNotContains("exec", run);
        }
    }

    @Test
    void abortOfADownload(JenkinsRule r) throws Exception {
        // What is left of the answers is thrown away, so that the rest of the file never comes.
        abort(r, "networkGet(AT, from: 'THERE/big', to: 'copy')", "SFTP | { SOME; HANG; }");
    }

    @Test
    void abortOfAnUpload(JenkinsRule r) throws Exception {
        abort(r, "networkPut(AT, from: 'THERE/big', to: 'THERE/copy')", "{ SOME; HANG; } | SFTP");
    }

    private void abort(JenkinsRule r, String call, String server) throws Exception {
        Path sftp = Stream.of(
                        "/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server", "/usr/lib/ssh/sftp-server")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(sftp != null, "OpenSSH's SFTP server is not where it is looked for");
        Path stalled = pipe("stalled");
        Path ended = pipe("ended");
        Path subsystem = script(
                "subsystem",
                server.replace("SFTP", sftp.toString())
                        .replace("SOME", "dd bs=65536 count=40 2>/dev/null")
                        .replace("HANG", "echo yes >" + stalled + "; cat >/dev/null; echo yes >" + ended));
        try (RandomAccessFile sparse = new RandomAccessFile(there.resolve("big").toFile(), "rw")) {
            sparse.setLength(200_000_000);
        }
        try (OpenSsh ssh = OpenSsh.start(newFolder("server"), "Subsystem sftp " + subsystem)) {
            ssh.addLogin();
            for (Node place : places(r)) {
                WorkflowJob job = job(r, place, filled(ssh, call));
                WorkflowRun run = job.scheduleBuild2(0).waitForStart();
                assertThat(stalled).hasContent("yes"); // waits for it
                CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> content(ended));
                run.doStop();
                assertThat(end.get(ABORT_LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("yes\n");
                r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(run));
                assertThat(there.resolve("copy")).doesNotExist();
                assertThat(place.getWorkspaceFor(job).child("copy").exists()).isFalse();
            }
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Path pipe(String name) throws Exception {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private Path script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
