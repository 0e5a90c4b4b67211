package io.jenkins.plugins.networkshell;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.networkshell.simulator.DeviceOptions;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jvnet.hudson.test.JenkinsRule;

/** Simulated devices for a test, and the short ways to use them from Jenkins. */
public final class Devices implements BeforeEachCallback, AfterEachCallback {
    /** The id of the credentials that {@link #addLogin} stores. */
    public static final String LOGIN = "net-backup";

    private DeviceSimulator simulator;

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator = DeviceSimulator.start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        simulator.close();
    }

    public DeviceSimulator simulator() {
        return simulator;
    }

    public SimulatedDevice huawei() {
        return simulator.add(
                Scene.shipped("huawei_vrp"), DeviceOptions.defaults().withHostName("core-sw1"));
    }

    public SimulatedDevice cisco() {
        return simulator.add(Scene.shipped("cisco_ios"));
    }

    public SimulatedDevice device(Scene scene) {
        return simulator.add(scene);
    }

    /** Stores the device's user and password in Jenkins. */
    public static void addLogin(SimulatedDevice device) throws Exception {
        addLogin(LOGIN, device.user(), device.password());
    }

    public static void addLogin(String id, String user, String password) throws Exception {
        var provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, id, null, user, password));
        provider.save();
    }

    /** The arguments that every call for the device needs; host keys are accepted when first seen. */
    public static String at(SimulatedDevice device) {
        return "host: '%s', port: %d, credentialsId: '%s', hostKeys: 'accept-new'"
                .formatted(device.host(), device.port(), LOGIN);
    }

    /** A new sandboxed pipeline job. */
    public static WorkflowJob pipeline(JenkinsRule r, String script) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
