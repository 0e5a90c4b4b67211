package io.jenkins.plugins.networkshell.engine.files.copy;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.error.ShellRefusedException;
import io.jenkins.plugins.networkshell.engine.exec.ExecSession;
import io.jenkins.plugins.networkshell.engine.exec.ExecSink;
import io.jenkins.plugins.networkshell.engine.exec.RemoteCommand;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions.Checksum;
import io.jenkins.plugins.networkshell.engine.files.scp.ShellWord;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares SHA-256 sums of both sides; a command on a separate channel computes the device's. */
public final class Checksums {
    private static final Pattern SUM = Pattern.compile("\\b[0-9a-fA-F]{64}\\b");
    private static final int BUFFER = 256 * 1024;

    private final SshConnection connection;
    private boolean impossible;

    public Checksums(SshConnection connection) {
        this.connection = connection;
    }

    /**
     * Compares a file's sums if requested.
     *
     * @param resumed whether a partial file was completed
     * @throws FileTransferException {@code DIFFERENT}, or {@code UNSUPPORTED} if they must be compared but can't be
     */
    void verify(Path local, String remote, boolean resumed, Checksum when, TransferListener listener)
            throws IOException {
        boolean wanted = when == Checksum.WHERE_POSSIBLE || when == Checksum.REQUIRED;
        if (!wanted && !(when == Checksum.RESUMED && resumed)) {
            return;
        }
        String host = connection.target().host();
        Optional<String> theirs = impossible ? Optional.empty() : remote(remote);
        if (theirs.isEmpty()) {
            if (when == Checksum.REQUIRED) {
                throw new FileTransferException(
                        host,
                        Reason.UNSUPPORTED,
                        "The checksum of " + RemotePath.quoted(remote) + " could not be verified: " + host
                                + " runs neither sha256sum nor anything like it.");
            }
            if (!impossible) {
                listener.notice(host + " can't compute checksums; only sizes are compared.");
            }
            impossible = true;
            return;
        }
        if (!theirs.get().equals(local(local))) {
            throw new FileTransferException(
                    host,
                    Reason.DIFFERENT,
                    "The SHA-256 sums of " + RemotePath.quoted(remote) + " on " + host + " and of "
                            + RemotePath.quoted(local.toString()) + " here differ.",
                    "One of them was changed while it was copied, or an earlier attempt copied something else:"
                            + " copy it again without resuming.",
                    null);
        }
    }

    private Optional<String> remote(String path) throws IOException {
        String word = ShellWord.quoted(path);
        // From standard input, so that the command prints no name with the sum.
        String command = "sha256sum < " + word + " 2>/dev/null || shasum -a 256 < " + word
                + " 2>/dev/null || sha256 < " + word + " 2>/dev/null || openssl dgst -sha256 < " + word
                + " 2>/dev/null";
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ExecSink sink = new ExecSink() {
            @Override
            public void output(byte[] bytes, int offset, int length) {
                output.write(bytes, offset, Math.max(0, Math.min(length, 1000 - output.size())));
            }

            @Override
            public void errors(byte[] bytes, int offset, int length) {
                // The output shows which of the commands exists.
            }
        };
        try {
            new ExecSession(connection)
                    .run(
                            RemoteCommand.of(command)
                                    .withTimeout(connection.target().limits().session()),
                            sink);
        } catch (ShellRefusedException e) {
            return Optional.empty();
        }
        Matcher sum = SUM.matcher(output.toString(StandardCharsets.US_ASCII));
        return sum.find() ? Optional.of(sum.group().toLowerCase(java.util.Locale.ROOT)) : Optional.empty();
    }

    private String local(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                LocalFiles.checkCancelled(connection.target().host());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        } catch (NetworkShellException e) {
            throw e;
        } catch (IOException e) {
            throw LocalFiles.failure(connection.target().host(), file, "read", e);
        }
    }
}
