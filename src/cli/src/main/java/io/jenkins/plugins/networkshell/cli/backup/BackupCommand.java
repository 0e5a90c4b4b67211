package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.options.FormatOption;
import io.jenkins.plugins.networkshell.cli.options.PlatformOptions;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.Problem;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Inventory;
import io.jenkins.plugins.networkshell.engine.backup.report.RunOutcome;
import io.jenkins.plugins.networkshell.engine.backup.report.Threshold;
import io.jenkins.plugins.networkshell.engine.backup.run.BackupOptions;
import io.jenkins.plugins.networkshell.engine.backup.run.BackupResult;
import io.jenkins.plugins.networkshell.engine.backup.run.BackupRun;
import io.jenkins.plugins.networkshell.engine.backup.run.DeviceTargets;
import io.jenkins.plugins.networkshell.engine.backup.run.LocalLogins;
import io.jenkins.plugins.networkshell.engine.backup.run.SshCapturer;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup}: the configurations of all devices of an inventory. */
@CommandLine.Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Captures the configurations of all devices of an inventory. A good capture is replaced by a complete new one"
                    + " only.",
            "The commands below ask the archive that it leaves."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  # what would be done, and where each value comes from",
            "  network-shell backup --inventory devices.yaml --list",
            "  # every night",
            "  network-shell backup --inventory devices.yaml --out configs --deadline 2h",
            "  # one device in full detail; nothing is written",
            "  network-shell backup --inventory devices.yaml --try core-sw1",
            "  # what changed, and who lacks an NTP server",
            "  network-shell backup diff --archive configs core-sw1@previous core-sw1",
            "  network-shell backup search --archive configs --lacking 'ntp.*server'",
        })
public final class BackupCommand implements Callable<Integer> {
    private static final int MOST_PROBLEMS = 20;

    private final Environment environment;

    @Spec
    private CommandSpec spec;

    @ArgGroup(validate = false, heading = "%nDevices:%n")
    private InventoryOptions inventory = new InventoryOptions();

    @ArgGroup(validate = false, heading = "%nCredentials:%n")
    private CredentialOptions credentials = new CredentialOptions();

    @ArgGroup(validate = false, heading = "%nThe archive:%n")
    private ArchiveOptions archive = new ArchiveOptions();

    @ArgGroup(validate = false, heading = "%nThe run:%n")
    private FleetSettings fleet = new FleetSettings();

    @Mixin
    private BackupHostKeys hostKeys;

    @Mixin
    private PlatformOptions platforms;

    @Mixin
    private FormatOption format;

    @Option(names = "--list", description = "Print the devices and the origin of each value, and connect to none.")
    private boolean list;

    @Option(
            names = "--try",
            paramLabel = "NAME",
            description = "Capture only this device, show every step, and write nothing.")
    private String tried;

    @Option(
            names = "--unstable-at",
            paramLabel = "LIMIT",
            converter = ThresholdConverter.class,
            description = "Exit code 1 if this many devices failed: a number, a percentage (10%%), all or never."
                    + " Default: 1.")
    private Threshold unstable = Threshold.ONE;

    @Option(
            names = "--failed-at",
            paramLabel = "LIMIT",
            converter = ThresholdConverter.class,
            description = "Exit code 9 if this many devices failed, with the same syntax. Default: all.")
    private Threshold failed = Threshold.ALL;

    @Option(names = "--verbose", description = "Print the stack trace of errors.")
    private boolean verbose;

    public BackupCommand(Environment environment) {
        this.environment = environment;
    }

    /** Adds the commands that query the archive. */
    public static CommandLine withSubcommands(Environment environment) {
        return new CommandLine(new BackupCommand(environment))
                .addSubcommand(new DiffCommand())
                .addSubcommand(new SearchCommand())
                .addSubcommand(new HistoryCommand())
                .addSubcommand(new BlameCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new AcceptCommand());
    }

    @Override
    public Integer call() throws IOException {
        if (list && tried != null) {
            throw new BadInputException("--list and --try exclude each other: --list connects to no device.");
        }
        PlatformCatalog catalog = platforms.catalog();
        Inventory devices = devices(catalog);
        Messages messages = new Messages(environment.err(), environment.colour());
        devices.notices().forEach(messages::warning);
        if (list) {
            new DeviceList(environment.out(), spec.commandLine().getOut(), format.isJson()).print(devices.devices());
            return ExitCode.OK.number();
        }
        DeviceTargets targets = new DeviceTargets(
                catalog,
                new LocalLogins(environment.variables()),
                tried == null ? hostKeys.checking() : hostKeys.storingNothing());
        SshCapturer capturer = new SshCapturer(targets, version());
        if (tried != null) {
            return new TryDevice(capturer, messages, spec.commandLine().getOut())
                    .run(named(devices), environment.cancellation());
        }
        for (Device device : devices.devices()) {
            targets.target(device); // report a missing secret before anything is done
        }
        return run(devices, capturer, messages);
    }

    private Inventory devices(PlatformCatalog catalog) throws IOException {
        try {
            return inventory.read(catalog, environment.variables()).bind(credentials.table());
        } catch (InventoryException e) {
            throw new BadInputException(all(e.problems()), e);
        }
    }

    /** Reports all problems, so that a long file can be corrected at once. */
    private static String all(List<Problem> problems) {
        String more = problems.size() > MOST_PROBLEMS ? "\nAnd " + (problems.size() - MOST_PROBLEMS) + " more." : "";
        return problems.stream().limit(MOST_PROBLEMS).map(Problem::sentence).collect(Collectors.joining("\n")) + more;
    }

    private Device named(Inventory devices) {
        return devices.devices().stream()
                .filter(device -> device.name().equalsIgnoreCase(tried))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "The inventory has no device '" + tried + "' for --try; allowed: a name that --list shows."));
    }

    private int run(Inventory devices, SshCapturer capturer, Messages messages) throws IOException {
        BackupOptions options = archive.options(fleet.options());
        BackupDisplay display = format.isJson()
                ? new JsonDisplay(environment.out())
                : new TextDisplay(
                        spec.commandLine().getOut(),
                        messages,
                        environment.colour() ? new ProgressBar(environment.err()) : null);
        try {
            BackupResult result = new BackupRun(archive.folder(), options, capturer)
                    .run(devices.devices(), display, environment.cancellation());
            display.finished(result);
            return environment.cancellation().isCancelled()
                    ? ExitCode.CANCELLED.number()
                    : code(RunOutcome.of(result.report(), unstable, failed)).number();
        } catch (UncheckedIOException e) {
            throw e.getCause(); // standard output is closed
        }
    }

    private static ExitCode code(RunOutcome outcome) {
        return switch (outcome) {
            case OK -> ExitCode.OK;
            case UNSTABLE -> ExitCode.COMMAND_FAILED;
            case FAILED -> ExitCode.BACKUP_FAILED;
        };
    }

    private static String version() {
        return Objects.requireNonNullElse(
                BackupCommand.class.getPackage().getImplementationVersion(), "(not from a jar)");
    }
}
