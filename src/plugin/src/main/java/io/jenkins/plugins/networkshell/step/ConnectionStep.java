package io.jenkins.plugins.networkshell.step;

import hudson.Util;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.DataBoundSetter;

/** The user's parameters for the connection to a device: the part that all our steps have in common. */
public abstract class ConnectionStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DEFAULT_PORT = 22;
    private static final int DEFAULT_ATTEMPTS = 1;

    private final String host;
    private int port = DEFAULT_PORT;
    private String credentialsId;
    private String username;
    private String hostKeys;
    private String connectTimeout;
    private String loginTimeout;
    private String silenceTimeout;
    private String sessionTimeout;
    private String jump;
    private String jumpCredentialsId;
    private String proxy;
    private String proxyCredentialsId;
    private String algorithms;
    private String keyExchanges;
    private String hostKeyAlgorithms;
    private String ciphers;
    private String macs;
    private String keepAlive;
    private String certificate;
    private String sshLog;
    private ArrayList<LoginAnswerEntry> loginAnswers;
    private boolean compression;
    private int connectAttempts = DEFAULT_ATTEMPTS;
    private boolean sshAgent;
    private boolean lookForKeys;
    private boolean noPassword;

    /** A saved job may lack settings, for instance because it was saved before they existed. */
    protected Object readResolve() {
        port = port == 0 ? DEFAULT_PORT : port;
        connectAttempts = connectAttempts == 0 ? DEFAULT_ATTEMPTS : connectAttempts;
        return this;
    }

    /** @param host name or address of the device; empty inside a block that has a connection */
    protected ConnectionStep(String host) {
        this.host = Util.fixNull(host).strip();
    }

    /** The block's parameters that a step inside it may override. */
    public Set<String> parametersInsideBlock() {
        return Set.of("host", "silenceTimeout", "sessionTimeout");
    }

    public String getHost() {
        return host;
    }

    public int getPort() {
        return port;
    }

    /** @param value 1 to 65535 */
    @DataBoundSetter
    public void setPort(int value) {
        port = value;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    /** @param value to log in with: a user name with password, or with a private key */
    @DataBoundSetter
    public void setCredentialsId(String value) {
        credentialsId = Util.fixEmptyAndTrim(value);
    }

    public String getUsername() {
        return username;
    }

    /** @param value the user name to log in as; empty for that of the credentials */
    @DataBoundSetter
    public void setUsername(String value) {
        username = Util.fixEmptyAndTrim(value);
    }

    public String getHostKeys() {
        return hostKeys;
    }

    /** @param value strict, accept-new, warn or accept-any; empty for the global configuration */
    @DataBoundSetter
    public void setHostKeys(String value) {
        hostKeys = Util.fixEmptyAndTrim(value);
    }

    public String getConnectTimeout() {
        return connectTimeout;
    }

    /** @param value for instance {@code 10s}; empty for the global configuration */
    @DataBoundSetter
    public void setConnectTimeout(String value) {
        connectTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getLoginTimeout() {
        return loginTimeout;
    }

    /** @param value the time limit from the first byte of SSH to the open channel */
    @DataBoundSetter
    public void setLoginTimeout(String value) {
        loginTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getSilenceTimeout() {
        return silenceTimeout;
    }

    /** @param value how long the device may be silent while a reply is expected */
    @DataBoundSetter
    public void setSilenceTimeout(String value) {
        silenceTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getSessionTimeout() {
        return sessionTimeout;
    }

    /** @param value the total time limit */
    @DataBoundSetter
    public void setSessionTimeout(String value) {
        sessionTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getJump() {
        return jump;
    }

    /** @param value {@code user@host:port} to go through; several separated by commas */
    @DataBoundSetter
    public void setJump(String value) {
        jump = Util.fixEmptyAndTrim(value);
    }

    public String getJumpCredentialsId() {
        return jumpCredentialsId;
    }

    /** @param value credentials for the jump hosts; empty to use those of the device */
    @DataBoundSetter
    public void setJumpCredentialsId(String value) {
        jumpCredentialsId = Util.fixEmptyAndTrim(value);
    }

    public String getProxy() {
        return proxy;
    }

    /** @param value {@code socks5://host:port}, or {@code http://host:port} for a proxy that allows CONNECT */
    @DataBoundSetter
    public void setProxy(String value) {
        proxy = Util.fixEmptyAndTrim(value);
    }

    public String getProxyCredentialsId() {
        return proxyCredentialsId;
    }

    /** @param value user name with password for the proxy */
    @DataBoundSetter
    public void setProxyCredentialsId(String value) {
        proxyCredentialsId = Util.fixEmptyAndTrim(value);
    }

    public String getAlgorithms() {
        return algorithms;
    }

    /** @param value {@code secure}, or {@code legacy} for old devices */
    @DataBoundSetter
    public void setAlgorithms(String value) {
        algorithms = "secure".equals(value) ? null : Util.fixEmptyAndTrim(value);
    }

    public String getKeyExchanges() {
        return keyExchanges;
    }

    /** @param value a list of key exchange names, separated by commas, instead of those that {@code algorithms} has */
    @DataBoundSetter
    public void setKeyExchanges(String value) {
        keyExchanges = Util.fixEmptyAndTrim(value);
    }

    public String getHostKeyAlgorithms() {
        return hostKeyAlgorithms;
    }

    /** @param value the same for the algorithms of host keys */
    @DataBoundSetter
    public void setHostKeyAlgorithms(String value) {
        hostKeyAlgorithms = Util.fixEmptyAndTrim(value);
    }

    public String getCiphers() {
        return ciphers;
    }

    /** @param value the same for ciphers */
    @DataBoundSetter
    public void setCiphers(String value) {
        ciphers = Util.fixEmptyAndTrim(value);
    }

    public String getMacs() {
        return macs;
    }

    /** @param value the same for MACs */
    @DataBoundSetter
    public void setMacs(String value) {
        macs = Util.fixEmptyAndTrim(value);
    }

    public String getKeepAlive() {
        return keepAlive;
    }

    /** @param value the interval of keepalive messages, for instance {@code 30s}; empty for none */
    @DataBoundSetter
    public void setKeepAlive(String value) {
        keepAlive = Util.fixEmptyAndTrim(value);
    }

    public String getCertificate() {
        return certificate;
    }

    /** @param value the text of an OpenSSH user certificate for the private key */
    @DataBoundSetter
    public void setCertificate(String value) {
        certificate = Util.fixEmptyAndTrim(value);
    }

    public String getSshLog() {
        return sshLog;
    }

    /** @param value {@code true}, or the path of the artifact for a protocol log */
    @DataBoundSetter
    public void setSshLog(String value) {
        sshLog = "false".equals(value) ? null : Util.fixEmptyAndTrim(value);
    }

    public List<LoginAnswerEntry> getLoginAnswers() {
        return loginAnswers;
    }

    /** @param value answers to questions during the login, besides the password */
    @DataBoundSetter
    public void setLoginAnswers(List<LoginAnswerEntry> value) {
        loginAnswers = value == null || value.isEmpty() ? null : new ArrayList<>(value);
    }

    public boolean isCompression() {
        return compression;
    }

    /** @param value whether compression is offered */
    @DataBoundSetter
    public void setCompression(boolean value) {
        compression = value;
    }

    public int getConnectAttempts() {
        return connectAttempts;
    }

    /** @param value the maximum number of connection attempts, at least 1; a rejected login is never repeated */
    @DataBoundSetter
    public void setConnectAttempts(int value) {
        connectAttempts = value;
    }

    public boolean isSshAgent() {
        return sshAgent;
    }

    /** @param value whether to try the keys of the SSH agent that {@code SSH_AUTH_SOCK} names */
    @DataBoundSetter
    public void setSshAgent(boolean value) {
        sshAgent = value;
    }

    public boolean isLookForKeys() {
        return lookForKeys;
    }

    /** @param value whether to try the keys in {@code ~/.ssh} of the account on the build's machine */
    @DataBoundSetter
    public void setLookForKeys(boolean value) {
        lookForKeys = value;
    }

    /** Whether there is another way to log in than {@code credentialsId}. */
    public boolean hasLoginWithoutCredentials() {
        return sshAgent || lookForKeys || noPassword || loginAnswers != null;
    }

    /** The credentials for more privileges after login, for instance those for enable; null for none. */
    public String privilegeCredentialsId() {
        return null;
    }

    public boolean isNoPassword() {
        return noPassword;
    }

    /** @param value whether the device accepts the user name alone, or asks for a password in its shell */
    @DataBoundSetter
    public void setNoPassword(boolean value) {
        noPassword = value;
    }
}
