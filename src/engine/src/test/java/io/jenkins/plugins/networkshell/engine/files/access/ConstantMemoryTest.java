package io.jenkins.plugins.networkshell.engine.files.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions.Checksum;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.testing.Connections;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A file three times as large as all of a process' heap, there and back, checksums compared. */
class ConstantMemoryTest {
    private static final int MEGABYTES = 100;

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    @TempDir
    private Path folder;

    @Test
    void roundTrip() throws Exception {
        Path file = folder.resolve("file");
        byte[] block = new byte[1_000_000];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < MEGABYTES; i++) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConstantMemoryTest.class.getName(),
                        String.valueOf(SERVER.port()),
                        SERVER.clientKey().toString(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("there")).hasSameBinaryContentAs(file);
        assertThat(folder.resolve("back")).hasSameBinaryContentAs(file);
    }

    /** @param args port, key, folder */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[2]);
        TransferOptions options = TransferOptions.DEFAULT.withChecksum(Checksum.REQUIRED);
        try (SshConnection connection = Connections.byKey(
                        Integer.parseInt(args[0]), Path.of(args[1]), Limits.DEFAULT, new Cancellation());
                FileAccess files = FileAccess.open(connection)) {
            files.put(List.of(folder.resolve("file")), folder + "/there", options, TransferListener.NONE);
            files.get(List.of(folder + "/there"), folder.resolve("back"), options, TransferListener.NONE);
        }
    }
}
