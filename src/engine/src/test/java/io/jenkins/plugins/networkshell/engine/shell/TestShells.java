package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;

/** Opens shells on virtual devices, in virtual time. */
final class TestShells {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    static final Limits LIMITS = Limits.DEFAULT.withSilence(Duration.ofSeconds(10));

    private TestShells() {}

    static ShellOptions options(String platform) {
        return ShellOptions.auto(CATALOG)
                .withLimits(LIMITS)
                .withPlatform(CATALOG.find(platform).orElseThrow());
    }

    static DeviceShell open(VirtualDevice device, String platform) throws NetworkShellException {
        return open(device, options(platform));
    }

    static DeviceShell open(VirtualDevice device, ShellOptions options) throws NetworkShellException {
        return DeviceShell.open(device, options, device::nanoTime);
    }

    static List<String> outputs(DeviceShell shell) throws NetworkShellException {
        return shell.finish().stream().map(CommandResult::output).toList();
    }

    static ThrowingConsumer<Throwable> kind(ErrorKind kind) {
        return e -> assertThat(((NetworkShellException) e).kind()).isEqualTo(kind);
    }
}
