package io.jenkins.plugins.networkshell;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.util.Secret;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import io.jenkins.plugins.networkshell.step.LoginAnswerEntry;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.structs.describable.DescribableModel;

/** Steps with every parameter set and steps with only the necessary ones. */
final class StepSamples {
    /** The id of the credentials with one secret that {@link #addCredentials} stores. */
    static final String SECRET = "a-secret";

    private StepSamples() {}

    /** Everything of the connection. */
    static <S extends ConnectionStep> S connected(S step) {
        step.setPort(2222);
        step.setCredentialsId(Devices.LOGIN);
        step.setUsername("operator");
        step.setHostKeys("accept-new");
        step.setConnectTimeout("5s");
        step.setLoginTimeout("15s");
        step.setSilenceTimeout("20s");
        step.setSessionTimeout("30m");
        step.setJump("me@bastion:2200");
        step.setJumpCredentialsId(Devices.LOGIN);
        step.setProxy("socks5://proxy:1080");
        step.setProxyCredentialsId(Devices.LOGIN);
        step.setAlgorithms("legacy");
        step.setKeyExchanges("curve25519-sha256");
        step.setHostKeyAlgorithms("ssh-ed25519,rsa-sha2-512");
        step.setCiphers("aes256-ctr");
        step.setMacs("hmac-sha2-256");
        step.setKeepAlive("30s");
        step.setCertificate("ssh-ed25519-cert-v01@openssh.com AAAA me");
        step.setSshLog("true");
        LoginAnswerEntry code = new LoginAnswerEntry("code");
        code.setAnswer(Secret.fromString("123456"));
        LoginAnswerEntry second = new LoginAnswerEntry("second password");
        second.setCredentialsId(SECRET);
        step.setLoginAnswers(List.of(code, second));
        step.setCompression(true);
        step.setConnectAttempts(3);
        step.setSshAgent(true);
        step.setLookForKeys(true);
        step.setNoPassword(true);
        return step;
    }

    static <S extends DeviceStep> S quiet(S step) {
        step.setFailOnError(false);
        step.setQuiet(true);
        return connected(step);
    }

    static NetworkShellStep full() {
        NetworkShellStep step = quiet(new NetworkShellStep("10.0.0.1"));
        step.setPlatform("huawei_vrp");
        CommandEntry save = new CommandEntry("save");
        save.setTimeout("2m");
        save.setExpectFailure(true);
        save.setExpect("disconnect");
        save.setAnswers(List.of(new AnswerEntry("\\[Y/N\\]", "Y")));
        step.setCommands(List.of(new CommandEntry("display version"), save));
        step.setArchive("configs/core.cfg");
        step.setRecord("recordings/core.cast");
        step.setRecordScene("true");
        step.setEnableCredentialsId(SECRET);
        step.setMode("privileged");
        step.setAnswers(List.of(new AnswerEntry("Continue", "N"), token()));
        step.setEncoding("GB18030");
        step.setCommandTimeout("3m");
        return step;
    }

    private static AnswerEntry token() {
        AnswerEntry token = new AnswerEntry("PASSCODE", "");
        token.setCredentialsId(SECRET);
        return token;
    }

    static NetworkExecStep fullExec() {
        NetworkExecStep step = quiet(leastExec());
        step.setPty(true);
        step.setEnvironment(List.of(new VariableEntry("LANG", "C"), new VariableEntry("EMPTY", "")));
        step.setStdin("two\nlines");
        step.setTimeout("4m");
        step.setSudoCredentialsId(SECRET);
        step.setEncoding("GB18030");
        return step;
    }

    static NetworkExecStep leastExec() {
        NetworkExecStep step = new NetworkExecStep("10.0.0.1");
        step.setCredentialsId(Devices.LOGIN);
        step.setCommand("uname -a");
        return step;
    }

    static <S extends TransferStep> S fullTransfer(S step) {
        least(quiet(step));
        step.setFrom("one\nconf/*.cfg");
        step.setRecursive(true);
        step.setPreserve(true);
        step.setResume(true);
        step.setAtomic(false);
        step.setChecksum("required");
        step.setProtocol("scp");
        return step;
    }

    static <S extends TransferStep> S least(S step) {
        step.setCredentialsId(Devices.LOGIN);
        step.setFrom("a.cfg");
        step.setTo("folder/");
        return step;
    }

    static NetworkShellStep least() {
        NetworkShellStep step = new NetworkShellStep("10.0.0.1");
        step.setCredentialsId(Devices.LOGIN);
        step.setCommands(List.of(new CommandEntry("display version")));
        return step;
    }

    static List<ConnectionStep> all() {
        NetworkSessionStep session = new NetworkSessionStep("10.0.0.1");
        session.setCredentialsId(Devices.LOGIN);
        return List.of(
                full(),
                least(),
                fullExec(),
                leastExec(),
                fullTransfer(new NetworkGetStep("10.0.0.1")),
                least(new NetworkGetStep("10.0.0.1")),
                fullTransfer(new NetworkPutStep("10.0.0.1")),
                least(new NetworkPutStep("10.0.0.1")),
                connected(new NetworkSessionStep("10.0.0.1")),
                session);
    }

    static void addCredentials() throws Exception {
        Devices.addLogin(Devices.LOGIN, "me", "S3cret-of-me");
        var provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, SECRET, null, Secret.fromString("s3cret")));
        provider.save();
    }

    static DeviceStepBuilder builder(ConnectionStep step) {
        if (step instanceof NetworkShellStep shell) {
            return new NetworkShellBuilder(shell);
        }
        if (step instanceof NetworkExecStep exec) {
            return new NetworkExecBuilder(exec);
        }
        return step instanceof NetworkGetStep get
                ? new NetworkGetBuilder(get)
                : new NetworkPutBuilder((NetworkPutStep) step);
    }

    static Map<String, Object> arguments(ConnectionStep step) {
        return DescribableModel.uninstantiate2_(step).toMap();
    }
}
