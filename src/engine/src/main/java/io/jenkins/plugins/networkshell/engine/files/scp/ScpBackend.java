package io.jenkins.plugins.networkshell.engine.files.scp;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.error.ShellRefusedException;
import io.jenkins.plugins.networkshell.engine.files.ByteSink;
import io.jenkins.plugins.networkshell.engine.files.ByteSource;
import io.jenkins.plugins.networkshell.engine.files.ChannelBytes;
import io.jenkins.plugins.networkshell.engine.files.ChannelLimits;
import io.jenkins.plugins.networkshell.engine.files.Destination;
import io.jenkins.plugins.networkshell.engine.files.FileBackend;
import io.jenkins.plugins.networkshell.engine.files.FilePart;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import io.jenkins.plugins.networkshell.engine.files.SafeNames;
import io.jenkins.plugins.networkshell.engine.files.SizeCheck;
import io.jenkins.plugins.networkshell.engine.files.sftp.SftpAttributes;
import io.jenkins.plugins.networkshell.engine.ssh.ExecChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Files over SCP, each on a separate channel. Other operations use commands, if the device has a shell.
 */
public final class ScpBackend implements FileBackend {
    private static final DateTimeFormatter TOUCH =
            DateTimeFormatter.ofPattern("yyyyMMddHHmm.ss").withZone(ZoneOffset.UTC);
    private static final String STAT = "stat -c '%f %s %Y %u %g' -- ";

    private final SshConnection connection;
    private final PosixShell shell;

    public ScpBackend(SshConnection connection) {
        this.connection = connection;
        shell = new PosixShell(connection);
    }

    @Override
    public String protocol() {
        return "scp";
    }

    private static String word(String path) {
        return ShellWord.quoted(path);
    }

    private static String doing(String path, String what) {
        return RemotePath.quoted(path) + " could not be " + what;
    }

    @Override
    public RemoteFile stat(String path, boolean follow) throws NetworkShellException {
        String line = shell.ask(
                "stat " + (follow ? "-L " : "") + STAT.substring(5) + word(path),
                RemotePath.quoted(path) + " was not found or could not be looked at");
        return parse(line.strip(), path);
    }

    private RemoteFile parse(String line, String path) throws FileTransferException {
        String[] fields = line.split(" ");
        try {
            int mode = Integer.parseInt(fields[0], 16);
            return new RemoteFile(
                    path,
                    SftpAttributes.type(mode),
                    Math.max(-1, Long.parseLong(fields[1])),
                    mode & 07777,
                    Instant.ofEpochSecond(Long.parseLong(fields[2])),
                    Long.parseLong(fields[3]),
                    Long.parseLong(fields[4]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException | java.time.DateTimeException e) {
            throw new FileTransferException(
                    shell.host(),
                    Reason.UNSUPPORTED,
                    "stat on " + shell.host() + " prints something unknown about " + RemotePath.quoted(path) + ".",
                    null,
                    e);
        }
    }

    @Override
    public List<RemoteFile> list(String folder) throws NetworkShellException {
        // One file per line; the slash after the name can't be part of it.
        String output = shell.ask(
                "cd -- " + word(folder) + " && for f in * .[!.]* ..?*; do if [ -e \"$f\" ] || [ -L \"$f\" ]; then "
                        + STAT + "\"$f\" && printf '%s/\\n' \"$f\"; fi; done",
                doing(folder, "listed"));
        List<RemoteFile> files = new ArrayList<>();
        int at = 0;
        while (at < output.length()) {
            int lineEnd = output.indexOf('\n', at);
            int nameEnd = lineEnd < 0 ? -1 : output.indexOf("/\n", lineEnd);
            if (nameEnd < 0) {
                throw new FileTransferException(
                        shell.host(), Reason.OTHER, "The listing of " + RemotePath.quoted(folder) + " is cut off.");
            }
            String name = output.substring(lineEnd + 1, nameEnd);
            SafeNames.check(shell.host(), folder, name);
            files.add(parse(output.substring(at, lineEnd), RemotePath.child(folder, name)));
            at = nameEnd + 2;
        }
        return files;
    }

    @Override
    public String canonical(String path) throws NetworkShellException {
        return shell.ask("cd -- " + word(path) + " && pwd -P", doing(path, "resolved"))
                .strip();
    }

    @Override
    public String readLink(String path) throws NetworkShellException {
        // The slash protects a newline at the end of the name.
        String link = shell.ask("readlink -- " + word(path) + " && echo /", doing(path, "resolved"));
        return link.substring(0, Math.max(0, link.length() - "\n/\n".length()));
    }

    @Override
    public void makeFolder(String path, Integer mode) throws NetworkShellException {
        shell.ask(
                "mkdir " + (mode == null ? "" : "-m " + Integer.toOctalString(mode) + " ") + "-- " + word(path),
                doing(path, "created"));
    }

    @Override
    public void removeFile(String path) throws NetworkShellException {
        // Without -f a missing file is an error; without a terminal, rm asks nothing.
        shell.ask("rm -- " + word(path), doing(path, "removed"));
    }

    @Override
    public void removeFolder(String path) throws NetworkShellException {
        shell.ask("rmdir -- " + word(path), doing(path, "removed"));
    }

    @Override
    public void rename(String from, String to) throws NetworkShellException {
        // Moving into a folder of that name was not requested.
        shell.ask(
                "if [ -d " + word(to) + " ]; then echo 'a folder has that name' >&2; false; else mv -f -- " + word(from)
                        + " " + word(to) + "; fi",
                doing(from, "renamed to " + RemotePath.quoted(to)));
    }

    @Override
    public void setMode(String path, int mode) throws NetworkShellException {
        shell.ask("chmod " + Integer.toOctalString(mode) + " -- " + word(path), doing(path, "given its permissions"));
    }

    @Override
    public void setModified(String path, Instant modified) throws NetworkShellException {
        shell.ask(
                "TZ=UTC0; export TZ; touch -c -t " + TOUCH.format(modified) + " -- " + word(path),
                doing(path, "given its time"));
    }

    @Override
    public long read(String path, FilePart part, ByteSink sink) throws IOException {
        String doing = doing(path, "read");
        if (part.offset() > 0 || !part.isToTheEnd()) {
            String head = part.isToTheEnd() ? "" : " | head -c " + part.most();
            return new CatTransfer(shell, connection, doing)
                    .read("tail -c +" + (part.offset() + 1) + " -- " + word(path) + head, sink);
        }
        try (ScpChannel scp = open("-f", path)) {
            return scp.receive(sink);
        }
    }

    @Override
    public void write(Destination destination, ByteSource source, long size, LongConsumer written) throws IOException {
        String path = destination.path();
        Integer mode = destination.mode();
        if (destination.offset() > 0) {
            new CatTransfer(shell, connection, doing(path, "written")).write("cat >> " + word(path), source, written);
        } else {
            if (destination.fresh()) {
                shell.ask("rm -f -- " + word(path), doing(path, "written"));
            }
            try (ScpChannel scp = open("-t", path)) {
                scp.send(RemotePath.name(path), mode == null ? 0644 : mode, size, source, written);
            }
        }
        if (shell.isThere()) {
            RemoteFile there = stat(path, true);
            if (!there.isSpecial()) {
                SizeCheck.after(shell.host(), path, there.size(), destination.offset() + size);
            }
        }
    }

    private ScpChannel open(String direction, String path) throws NetworkShellException {
        boolean reading = direction.equals("-f");
        String doing = doing(path, reading ? "read" : "written");
        return new ScpChannel(
                new ChannelBytes(
                        shell.host(),
                        "scp",
                        exec("scp " + direction + " " + word(path), doing),
                        new ChannelLimits(connection),
                        "while " + (reading ? "reading " : "writing ") + RemotePath.quoted(path)),
                shell,
                doing);
    }

    /** A device that accepts no commands has no SCP either, because SCP is a command. */
    private ExecChannel exec(String command, String doing) throws NetworkShellException {
        try {
            return connection.exec(ExecRequest.of(command));
        } catch (ShellRefusedException e) {
            if (!e.isChannelOpen()) {
                throw e;
            }
            throw new FileTransferException(
                    shell.host(),
                    Reason.UNSUPPORTED,
                    doing + " on " + shell.host() + ": it has neither SFTP nor SCP.",
                    "On some devices they must be enabled first, or are on another port.",
                    e);
        }
    }

    @Override
    public boolean canContinue() throws NetworkShellException {
        return shell.isThere();
    }

    @Override
    public boolean canRename() throws NetworkShellException {
        return shell.isThere();
    }

    @Override
    public void close() {
        // Each file had its own channel.
    }
}
