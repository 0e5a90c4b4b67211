package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.files.copy.LocalGlob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code put}: copies files to a device. */
@Command(
        name = "put",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Copies files to a device, with SFTP, or SCP if the device has no SFTP. Where the device can rename, a file gets its"
                    + " name only when it is complete.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  network-shell put --host ops@10.0.0.9 --agent firmware.bin /tmp/",
            "  # under another name, its checksum compared",
            "  network-shell put --host ops@10.0.0.9 --agent --checksum new.conf /etc/app.conf",
            "  # a folder with times and permissions",
            "  network-shell put --host ops@10.0.0.9 --agent -r -p site /srv/www",
        })
public final class PutCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private FileOptions files;

    @Mixin
    private CopyOptions copy;

    @Parameters(
            paramLabel = "FILE",
            arity = "2..*",
            description =
                    "Files here, also with *, ? and [a-z]; the last one is where they go on the device: a folder, or"
                            + " a new name for one file.")
    private List<String> paths;

    public PutCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> sources = sources();
        String destination = paths.get(paths.size() - 1);
        return files.copy(
                environment, (access, progress) -> access.put(sources, destination, copy.options(), progress));
    }

    /** Checked before connecting, because a missing file is the user's mistake, not the device's. */
    private List<Path> sources() throws NetworkShellException {
        List<Path> all = new ArrayList<>();
        for (String path : paths.subList(0, paths.size() - 1)) {
            List<Path> found = LocalGlob.find(Path.of(""), path);
            if (found.isEmpty() || !Files.exists(found.get(0))) {
                throw new BadInputException("No file here is or matches '" + path + "'.");
            }
            for (Path file : found) {
                if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                    throw new BadInputException(
                            "'" + file + "' is neither a file nor a folder, so it can't be copied.");
                }
            }
            all.addAll(found);
        }
        return all;
    }
}
