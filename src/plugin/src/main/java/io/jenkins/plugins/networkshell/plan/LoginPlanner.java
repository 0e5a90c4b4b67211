package io.jenkins.plugins.networkshell.plan;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.Util;
import io.jenkins.plugins.networkshell.credentials.DeviceLogin;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.parameter.ParameterText;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import io.jenkins.plugins.networkshell.step.LoginAnswerEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans the logins at the device, the jump hosts and the proxy. Keeps no state: the returned values hold their own
 * secrets.
 */
public final class LoginPlanner {
    private static final String AGENT_SOCKET = "SSH_AUTH_SOCK";

    private final ConnectionStep connection;
    private final PlanningContext around;
    private final ParameterText text;

    public LoginPlanner(ConnectionStep connection, PlanningContext around) {
        this.connection = connection;
        this.around = around;
        text = new ParameterText(around.expand());
    }

    /** A secret text, or the password of a user. */
    public Secret secret(String unexpandedId, String host) throws AbortException {
        return around.credentials().secret(text.of(unexpandedId), host, connection.getPort());
    }

    /** No credentials, if the user wants keys of the build's machine instead. */
    public DeviceLogin login(String unexpandedId, String host, int port) throws AbortException {
        String id = text.of(unexpandedId);
        if (id == null) {
            if (connection.hasLoginWithoutCredentials()) {
                return DeviceLogin.none();
            }
            throw new AbortException(Messages.LoginPlanner_NoCredentials(host));
        }
        return around.credentials().login(id, host, port);
    }

    /** The login at a proxy. */
    public DeviceLogin proxyLogin(String id, String host, int port) throws AbortException {
        DeviceLogin login = around.credentials().login(id, host, port);
        if (login.password() == null) {
            throw new AbortException(Messages.LoginPlanner_ProxyPassword(id));
        }
        return login;
    }

    public String username(DeviceLogin login, String host) {
        String username = text.of(connection.getUsername());
        if (username == null && login.username() == null) {
            throw new IllegalArgumentException(Messages.LoginPlanner_NoUsername(host));
        }
        return username == null ? login.username() : username;
    }

    /** For the device, in the order in which they are tried: none, keys, the agent, answers, password. */
    public List<Credential> credentials(DeviceLogin login, String host) throws AbortException {
        List<Credential> credentials = keys(login);
        if (connection.isNoPassword()) {
            credentials.add(0, new Credential.None());
        }
        List<Credential.PromptAnswer> answers = new ArrayList<>();
        for (LoginAnswerEntry entry : Util.fixNull(connection.getLoginAnswers())) {
            answers.add(entry.toAnswer(answer(entry, host)));
        }
        if (!answers.isEmpty()) {
            credentials.add(new Credential.KeyboardInteractive(answers));
        }
        addPassword(login, credentials);
        return credentials;
    }

    private Secret answer(LoginAnswerEntry entry, String host) throws AbortException {
        return entry.getCredentialsId() != null ? secret(entry.getCredentialsId(), host) : entry.written(text);
    }

    /** Answers to the device's questions are not used for other hosts, because they would use up a one-time code. */
    public List<Credential> jumpCredentials(DeviceLogin login) {
        if (connection.getJumpCredentialsId() != null) {
            return login.credentials();
        }
        List<Credential> credentials = keys(login);
        addPassword(login, credentials);
        return credentials;
    }

    private static void addPassword(DeviceLogin login, List<Credential> credentials) {
        if (login.password() != null) {
            credentials.add(new Credential.Password(login.password()));
        }
    }

    private List<Credential> keys(DeviceLogin login) {
        EnvVars variables = around.variables();
        if ((connection.isSshAgent() || connection.isLookForKeys()) && variables == null) {
            throw new IllegalArgumentException(Messages.LoginPlanner_NoMachine());
        }
        String certificate = text.of(connection.getCertificate());
        List<Credential> keys = new ArrayList<>();
        for (Credential credential : login.credentials()) {
            if (credential instanceof Credential.PrivateKey key) {
                keys.add(certificate == null ? key : key.withCertificate(certificate));
            }
        }
        if (certificate != null && keys.isEmpty()) {
            throw new IllegalArgumentException(Messages.LoginPlanner_Certificate());
        }
        if (connection.isSshAgent() && variables != null) {
            keys.add(Credential.Agent.at(agentSocket(variables)));
        }
        return keys;
    }

    private static Path agentSocket(EnvVars variables) {
        String socket = Util.fixEmptyAndTrim(variables.get(AGENT_SOCKET));
        if (socket == null) {
            throw new IllegalArgumentException(Messages.LoginPlanner_NoAgent());
        }
        return Path.of(socket);
    }
}
