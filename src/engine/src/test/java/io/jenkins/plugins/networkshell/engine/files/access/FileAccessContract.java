package io.jenkins.plugins.networkshell.engine.files.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What works with every server, whichever way its files are reached. */
abstract class FileAccessContract implements CopyContract, NameContract, RefusalContract, ConcurrencyContract {
    @TempDir
    private Path here;

    @TempDir
    private Path there;

    private SshConnection connection;
    private FileAccess files;

    /** The protocol that is expected to be in use. */
    abstract String protocol();

    @BeforeEach
    void open() throws Exception {
        connection = connect(Limits.DEFAULT, new Cancellation());
        files = FileAccess.open(connection, wanted());
    }

    @AfterEach
    void close() {
        files.close();
        connection.close();
    }

    @Override
    public Path here() {
        return here;
    }

    @Override
    public Path there() {
        return there;
    }

    @Override
    public SshConnection connection() {
        return connection;
    }

    @Override
    public FileAccess files() {
        return files;
    }

    @Test
    void protocolInUse() {
        assertThat(files.protocol()).isEqualTo(protocol());
    }
}
