package io.jenkins.plugins.networkshell.backup.step;

import hudson.Util;
import io.jenkins.plugins.networkshell.backup.inventory.HostCredentials;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.DataBoundSetter;

/** The user's parameters of a backup. */
public abstract class BackupStep extends Step implements Serializable {
    /** Devices at once by default. */
    public static final int DEFAULT_PARALLEL = 50;

    /** How often a device is retried by default. */
    public static final int DEFAULT_RETRIES = 2;

    /** The default folder of the artifacts. */
    public static final String DEFAULT_ARCHIVE = "configs";

    private static final long serialVersionUID = 1L;

    private String inventory;
    private String inventoryText;
    private String globalInventory;
    private String inventoryFile;
    private String credentialsId;
    private String enableCredentialsId;
    private String only;
    private String except;
    private String platform;
    private String hostKeys;
    private String deadline;
    private String connectTimeout;
    private String silenceTimeout;
    private String commandTimeout;
    private String sessionTimeout;
    private String unstableAt;
    private String failedAt;
    private String agents;
    private String shardBy;
    private ArrayList<HostCredentials> credentials;
    private int parallel = DEFAULT_PARALLEL;
    private int retries = DEFAULT_RETRIES;
    private boolean redact = true;
    private String archive = DEFAULT_ARCHIVE;
    private boolean failOnError = true;
    private boolean quiet;

    public String getInventory() {
        return inventory;
    }

    /** @param value a path in the workspace */
    @DataBoundSetter
    public void setInventory(String value) {
        inventory = Util.fixEmptyAndTrim(value);
    }

    public String getInventoryText() {
        return inventoryText;
    }

    /** @param value the inventory itself */
    @DataBoundSetter
    public void setInventoryText(String value) {
        inventoryText = Util.fixEmptyAndTrim(value) == null ? null : value;
    }

    public String getGlobalInventory() {
        return globalInventory;
    }

    /** @param value the name of an inventory in the global configuration */
    @DataBoundSetter
    public void setGlobalInventory(String value) {
        globalInventory = Util.fixEmptyAndTrim(value);
    }

    public String getInventoryFile() {
        return inventoryFile;
    }

    /** @param value the id of a managed file */
    @DataBoundSetter
    public void setInventoryFile(String value) {
        inventoryFile = Util.fixEmptyAndTrim(value);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    /** @param value for the devices that match no row of {@code credentials} */
    @DataBoundSetter
    public void setCredentialsId(String value) {
        credentialsId = Util.fixEmptyAndTrim(value);
    }

    public String getEnableCredentialsId() {
        return enableCredentialsId;
    }

    /** @param value in addition to {@code credentialsId}: the secret of the privileged mode; empty for none */
    @DataBoundSetter
    public void setEnableCredentialsId(String value) {
        enableCredentialsId = Util.fixEmptyAndTrim(value);
    }

    public String getOnly() {
        return only;
    }

    /** @param value device selections, separated by commas; empty for all */
    @DataBoundSetter
    public void setOnly(String value) {
        only = Util.fixEmptyAndTrim(value);
    }

    public String getExcept() {
        return except;
    }

    /** @param value selections of devices to leave out */
    @DataBoundSetter
    public void setExcept(String value) {
        except = Util.fixEmptyAndTrim(value);
    }

    public String getPlatform() {
        return platform;
    }

    /** @param value the platform of devices whose inventory names none; empty to recognise it */
    @DataBoundSetter
    public void setPlatform(String value) {
        platform = Util.fixEmptyAndTrim(value);
    }

    public String getHostKeys() {
        return hostKeys;
    }

    /** @param value strict, accept-new, warn or accept-any; empty for the global configuration */
    @DataBoundSetter
    public void setHostKeys(String value) {
        hostKeys = Util.fixEmptyAndTrim(value);
    }

    public String getDeadline() {
        return deadline;
    }

    /** @param value the time limit of the whole backup, for instance {@code 2h}; empty for none */
    @DataBoundSetter
    public void setDeadline(String value) {
        deadline = Util.fixEmptyAndTrim(value);
    }

    public String getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * @param value the time limit to connect, for devices whose inventory names none; empty for the global
     *     configuration
     */
    @DataBoundSetter
    public void setConnectTimeout(String value) {
        connectTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getSilenceTimeout() {
        return silenceTimeout;
    }

    /** @param value how long a device may be silent while a reply is expected */
    @DataBoundSetter
    public void setSilenceTimeout(String value) {
        silenceTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getCommandTimeout() {
        return commandTimeout;
    }

    /** @param value the time limit of a command */
    @DataBoundSetter
    public void setCommandTimeout(String value) {
        commandTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getSessionTimeout() {
        return sessionTimeout;
    }

    /** @param value the time limit of a device */
    @DataBoundSetter
    public void setSessionTimeout(String value) {
        sessionTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getUnstableAt() {
        return unstableAt;
    }

    /** @param value how many failed devices make the build unstable; empty for one */
    @DataBoundSetter
    public void setUnstableAt(String value) {
        unstableAt = Util.fixEmptyAndTrim(value);
    }

    public String getFailedAt() {
        return failedAt;
    }

    /** @param value how many failed devices fail the step; empty for all */
    @DataBoundSetter
    public void setFailedAt(String value) {
        failedAt = Util.fixEmptyAndTrim(value);
    }

    public String getAgents() {
        return agents;
    }

    /**
     * @param value a label: the devices are distributed among the agents that have it; empty for the step's own machine
     */
    @DataBoundSetter
    public void setAgents(String value) {
        agents = Util.fixEmptyAndTrim(value);
    }

    public String getShardBy() {
        return shardBy;
    }

    /** @param value {@code even} or {@code site}; empty for even */
    @DataBoundSetter
    public void setShardBy(String value) {
        shardBy = "even".equals(value) ? null : Util.fixEmptyAndTrim(value);
    }

    public List<HostCredentials> getCredentials() {
        return credentials;
    }

    /** @param value which credentials are for which hosts; the first matching row applies */
    @DataBoundSetter
    public void setCredentials(List<HostCredentials> value) {
        credentials = value == null || value.isEmpty() ? null : new ArrayList<>(value);
    }

    public int getParallel() {
        return parallel;
    }

    /** @param value how many devices are backed up at once, on each machine; at least 1 */
    @DataBoundSetter
    public void setParallel(int value) {
        parallel = value;
    }

    public int getRetries() {
        return retries;
    }

    /** @param value how often a device is retried after a failure that may be temporary; at least 0 */
    @DataBoundSetter
    public void setRetries(int value) {
        retries = value;
    }

    public boolean isRedact() {
        return redact;
    }

    /** @param value whether the artifacts contain placeholders for secrets */
    @DataBoundSetter
    public void setRedact(boolean value) {
        redact = value;
    }

    public String getArchive() {
        return archive;
    }

    /** @param value the folder of the artifacts; empty or {@code off} for none */
    @DataBoundSetter
    public void setArchive(String value) {
        String folder = Util.fixNull(value).strip();
        archive = folder.equals("off") || folder.equals("false") ? "" : folder;
    }

    public boolean isFailOnError() {
        return failOnError;
    }

    /** @param value whether the thresholds change the build result; if not, the returned value reports what happened */
    @DataBoundSetter
    public void setFailOnError(boolean value) {
        failOnError = value;
    }

    public boolean isQuiet() {
        return quiet;
    }

    /** @param value whether the log shows only the beginning, failures and the end */
    @DataBoundSetter
    public void setQuiet(boolean value) {
        quiet = value;
    }
}
