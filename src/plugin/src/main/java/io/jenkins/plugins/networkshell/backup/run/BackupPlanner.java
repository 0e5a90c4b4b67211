package io.jenkins.plugins.networkshell.backup.run;

import hudson.AbortException;
import hudson.Util;
import hudson.model.Label;
import io.jenkins.plugins.networkshell.backup.inventory.CredentialRules;
import io.jenkins.plugins.networkshell.backup.inventory.DeviceDefaults;
import io.jenkins.plugins.networkshell.backup.inventory.DeviceLogins;
import io.jenkins.plugins.networkshell.backup.inventory.InventoryChoice;
import io.jenkins.plugins.networkshell.backup.inventory.JobInventory;
import io.jenkins.plugins.networkshell.backup.shard.ShardOptions;
import io.jenkins.plugins.networkshell.backup.shard.ShardPlan;
import io.jenkins.plugins.networkshell.backup.step.BackupForm;
import io.jenkins.plugins.networkshell.backup.step.BackupStep;
import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.config.HostKeyPolicies;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.credentials.CredentialSource;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetOptions;
import io.jenkins.plugins.networkshell.engine.backup.fleet.Retries;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Inventory;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Selection;
import io.jenkins.plugins.networkshell.engine.backup.report.Threshold;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.PlatformDefinitionException;
import io.jenkins.plugins.networkshell.engine.shell.RememberedPlatform;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import io.jenkins.plugins.networkshell.parameter.NamedPlatform;
import io.jenkins.plugins.networkshell.parameter.ParameterText;
import io.jenkins.plugins.networkshell.parameter.UserInput;
import io.jenkins.plugins.networkshell.plan.HandshakePlanner;
import io.jenkins.plugins.networkshell.recognition.DeviceKey;
import io.jenkins.plugins.networkshell.recognition.RecognisedPlatforms;
import io.jenkins.plugins.networkshell.run.StepSite;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Plans a backup from the user's parameters, the global configuration, the credentials and the known host keys. */
final class BackupPlanner {
    private static final String SITE = "site";
    private static final String STEP = "networkBackup";

    private final BackupStep step;
    private final StepSite site;
    private final ParameterText text;
    private final NetworkShellConfiguration configuration = NetworkShellConfiguration.get();

    BackupPlanner(BackupStep step, StepSite site) {
        this.step = step;
        this.site = site;
        text = new ParameterText(site.expand());
    }

    /** @throws AbortException if a value is missing or invalid, in one sentence */
    PlannedBackup plan() throws AbortException {
        return UserInput.value(() -> {
            PlatformCatalog catalog = catalog();
            InventoryChoice choice = choice();
            ShardOptions options = options();
            Threshold unstableAt = threshold(step.getUnstableAt(), Threshold.ONE);
            Threshold failedAt = threshold(step.getFailedAt(), Threshold.ALL);
            Inventory inventory = inventory(choice, catalog);
            CredentialSource credentials = site.planningContext().credentials();
            ShardPlan plan = new ShardPlan(
                    UUID.randomUUID().toString(),
                    inventory.devices(),
                    new DeviceLogins(credentials).of(inventory.devices()),
                    HandshakePlanner.policy(text.of(step.getHostKeys())),
                    HostKeyDatabase.get().snapshot(),
                    catalog,
                    options,
                    Map.of(),
                    remembered(inventory.devices(), catalog),
                    credentials.otherSecrets());
            return new PlannedBackup(
                    choice.title(), inventory.notices(), plan, unstableAt, failedAt, folder(), agents(), bySite());
        });
    }

    private static Map<String, RememberedPlatform> remembered(List<Device> devices, PlatformCatalog catalog) {
        Map<String, RememberedPlatform> remembered = new HashMap<>();
        for (Device device : devices) {
            if (device.platform().equals(Device.AUTO)) {
                RecognisedPlatforms.get()
                        .of(DeviceKey.of(device), catalog)
                        .ifPresent(platform -> remembered.put(device.name(), platform));
            }
        }
        return remembered;
    }

    private PlatformCatalog catalog() throws AbortException {
        try {
            return configuration.catalog();
        } catch (PlatformDefinitionException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private InventoryChoice choice() throws AbortException {
        return new InventoryChoice(
                        text.of(step.getInventory()),
                        step.getInventoryText(),
                        text.of(step.getGlobalInventory()),
                        text.of(step.getInventoryFile()))
                .checked();
    }

    private Inventory inventory(InventoryChoice choice, PlatformCatalog catalog) throws AbortException {
        JobInventory read =
                JobInventory.read(choice, catalog, site.run(), site.node().workspace());
        CredentialRules rules = new CredentialRules(
                step.getCredentials(), text.of(step.getCredentialsId()), text.of(step.getEnableCredentialsId()));
        Inventory chosen;
        try {
            chosen = defaults(catalog)
                    .of(read.inventory())
                    .select(Selection.of(list(step.getOnly()), list(step.getExcept())));
        } catch (InventoryException e) {
            throw new AbortException(e.getMessage());
        }
        if (chosen.devices().isEmpty()) {
            throw new AbortException(Messages.BackupPlanner_NoDevice(choice.title()));
        }
        checkHostKeys(chosen);
        return chosen.bind(rules.table(read.credentials(), site.expand()));
    }

    private List<String> list(String choices) {
        String expanded = text.of(choices);
        return expanded == null
                ? List.of()
                : expanded.lines().filter(line -> !line.isBlank()).toList();
    }

    private DeviceDefaults defaults(PlatformCatalog catalog) throws AbortException {
        String platform = text.of(step.getPlatform());
        if (platform != null && !platform.equals(Device.AUTO)) {
            UserInput.value(() -> NamedPlatform.of(catalog, platform));
        }
        Limits limits = configuration.limits();
        return new DeviceDefaults()
                .with(DeviceField.PLATFORM, platform, STEP)
                .with(DeviceField.CONNECT_TIMEOUT, limit(step.getConnectTimeout(), limits.connect()), STEP)
                .with(DeviceField.SILENCE_TIMEOUT, limit(step.getSilenceTimeout(), limits.silence()), STEP)
                .with(DeviceField.COMMAND_TIMEOUT, limit(step.getCommandTimeout(), limits.command()), STEP)
                .with(DeviceField.SESSION_TIMEOUT, limit(step.getSessionTimeout(), limits.session()), STEP);
    }

    private String limit(String own, Duration otherwise) {
        return DurationText.format(Objects.requireNonNullElse(text.duration(own), otherwise));
    }

    /** Even an administrator's inventory cannot exceed the global restrictions. */
    private void checkHostKeys(Inventory inventory) throws AbortException {
        for (Device device : inventory.devices()) {
            String policy = device.value(DeviceField.HOST_KEYS).orElse(null);
            if (policy != null && !configuration.allows(HostKeyPolicies.parse(policy))) {
                throw new AbortException(Messages.BackupPlanner_HostKeys(
                        device.name(), policy, HostKeyPolicies.names(configuration::allows)));
            }
        }
    }

    private ShardOptions options() throws AbortException {
        if (step.getRetries() < 0) {
            throw new AbortException(Messages.BackupPlanner_Retries(step.getRetries()));
        }
        if (step.getParallel() < 1) {
            throw new AbortException(Messages.BackupPlanner_Parallel(step.getParallel()));
        }
        Duration deadline = text.duration(step.getDeadline());
        ShardOptions options = new ShardOptions(
                step.getParallel(),
                step.getRetries(),
                Retries.DEFAULT.firstDelay(),
                deadline == null ? FleetOptions.NO_DEADLINE : deadline,
                PluginVersion.current());
        options.fleet(); // reports invalid values now
        return options;
    }

    private Threshold threshold(String own, Threshold otherwise) {
        String expanded = text.of(own);
        return expanded == null ? otherwise : new Threshold(expanded);
    }

    private String folder() throws AbortException {
        String folder = Util.fixNull(text.of(step.getArchive()));
        if (!BackupForm.isFolder(folder)) {
            throw new AbortException(io.jenkins.plugins.networkshell.backup.step.Messages.BackupForm_Folder(folder));
        }
        return folder;
    }

    private Label agents() {
        String label = text.of(step.getAgents());
        return label == null ? null : Label.parseExpression(label);
    }

    private boolean bySite() throws AbortException {
        String word = text.of(step.getShardBy());
        if (word != null && !word.equals(SITE) && !word.equals("even")) {
            throw new AbortException(Messages.BackupPlanner_ShardBy(word));
        }
        return SITE.equals(word);
    }
}
