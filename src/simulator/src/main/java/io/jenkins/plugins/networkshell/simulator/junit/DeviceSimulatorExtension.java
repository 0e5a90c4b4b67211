package io.jenkins.plugins.networkshell.simulator.junit;

import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Simulated devices for JUnit 5 tests.
 *
 * <pre>{@code
 * @ExtendWith(DeviceSimulatorExtension.class)
 * class BackupTest {
 *     @Test
 *     void savesAHuawei(@Simulated("huawei_vrp") SimulatedDevice device, DeviceSimulator simulator) { … }
 * }
 * }</pre>
 *
 * <p>If it is registered on a class, or in a static field with {@code @RegisterExtension}, there is one simulator for
 * the class and its nested classes; in an instance field, there is one per test. Devices live until their simulator is
 * closed.
 */
public final class DeviceSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private DeviceSimulator simulator;
    /** The number of open classes: a nested class runs between the start and the end of its outer class. */
    private int classes;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (classes++ == 0) {
            simulator = DeviceSimulator.start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (classes == 0) {
            simulator = DeviceSimulator.start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (classes == 0) {
            simulator.close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (--classes == 0) {
            simulator.close();
        }
    }

    /** The simulator of this test or class. */
    public DeviceSimulator simulator() {
        return simulator;
    }

    /** Adds a device on a free port. */
    public SimulatedDevice add(Scene scene) {
        return simulator.add(scene);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == DeviceSimulator.class
                || (type == SimulatedDevice.class && parameter.isAnnotated(Simulated.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == DeviceSimulator.class) {
            return simulator;
        }
        String scene = parameter.findAnnotation(Simulated.class).orElseThrow().value();
        try {
            return simulator.add(Scene.of(scene));
        } catch (IOException e) {
            throw new ParameterResolutionException("the scene '" + scene + "' can't be read", e);
        }
    }
}
