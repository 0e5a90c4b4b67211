package io.jenkins.plugins.networkshell.simulator.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The scene of a {@code SimulatedDevice} parameter: a shipped scene's name, or a scene file. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Simulated {
    /** For instance {@code huawei_vrp}. */
    String value();
}
