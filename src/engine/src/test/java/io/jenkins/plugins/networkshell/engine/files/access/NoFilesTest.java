package io.jenkins.plugins.networkshell.engine.files.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device with a shell and nothing else: the error names what it lacks, not the request that it has refused. */
class NoFilesTest {
    @TempDir
    private Path folder;

    @Test
    void neitherSftpNorScp() throws Exception {
        Path local = Files.writeString(folder.resolve("a.cfg"), "a");
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));
            Target target = Target.builder(device.host(), device.user())
                    .port(device.port())
                    .credentials(List.of(new Credential.Password(Secret.of(device.password()))))
                    .hostKeys(HostKeyChecking.acceptAny())
                    .build();
            try (SshConnection connection = SshConnection.open(target, ConnectionListener.NONE, new Cancellation());
                    FileAccess files = FileAccess.open(connection)) {
                FileTransferException got = catchThrowableOfType(
                        FileTransferException.class,
                        () -> files.get(List.of("vrpcfg.zip"), folder, TransferOptions.DEFAULT, TransferListener.NONE));
                FileTransferException put = catchThrowableOfType(
                        FileTransferException.class,
                        () -> files.put(List.of(local), "", TransferOptions.DEFAULT, TransferListener.NONE));
                assertThat(got.reason()).isEqualTo(Reason.UNSUPPORTED);
                assertThat(got).hasMessage("'vrpcfg.zip' could not be read on 127.0.0.1: it has neither SFTP nor SCP.");
                assertThat(put).hasMessageContaining("could not be written on 127.0.0.1: it has neither SFTP nor SCP.");
            }
        }
    }
}
