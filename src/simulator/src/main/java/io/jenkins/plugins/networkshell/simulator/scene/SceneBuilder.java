package io.jenkins.plugins.networkshell.simulator.scene;

import io.jenkins.plugins.networkshell.simulator.traffic.Chunking;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a {@link Scene}. Defaults: user {@code admin} with password {@code admin}, host name {@code device}, one mode
 * {@code exec} with the prompt <code>${host}&gt; </code>, no pager, plain echo, {@code \r\n}, UTF-8; exec requests are
 * refused. Not thread-safe.
 */
public final class SceneBuilder {
    private final String name;
    private String hostName = "device";
    private final Map<String, String> variables = new HashMap<>();
    private SshSettings ssh = SshSettings.DEFAULT;
    private Terminal terminal = Terminal.DEFAULT;
    private Paging paging = Paging.NONE;
    private final List<User> users = new ArrayList<>();
    private final List<String> authorizedKeys = new ArrayList<>();
    private final List<Login.Challenge> prompts = new ArrayList<>();
    private String banner = "";
    private String motd = "";
    private final List<Question> loginQuestions = new ArrayList<>();
    private int maxShells;
    private String maxShellsText = Login.ALL_USED;
    private final List<Mode> modes = new ArrayList<>();
    private final List<CommandRule> commands = new ArrayList<>();
    private boolean abbreviations;
    private String unknown = "% Unknown command.\n";
    private String incomplete;
    private List<CommandRule> exec;
    private Script.Transcript transcript;
    private final List<LogEvent> log = new ArrayList<>();
    private final List<FaultPlan> faults = new ArrayList<>();
    private Chunking chunking = Chunking.NONE;
    private Duration latency = Duration.ZERO;

    SceneBuilder(String name) {
        this.name = name;
    }

    SceneBuilder(Scene scene) {
        name = scene.name();
        hostName = scene.hostName();
        variables.putAll(scene.variables());
        ssh = scene.ssh();
        terminal = scene.terminal();
        paging = scene.paging();
        login(scene.login());
        if (scene.script() instanceof Script.Transcript recorded) {
            transcript = recorded;
        } else if (scene.script() instanceof Script.Commands script) {
            modes.addAll(script.modes());
            commands.addAll(script.commands());
            abbreviations = script.abbreviations();
            unknown = script.unknown();
            incomplete = script.incomplete();
            exec = script.exec() == null ? null : new ArrayList<>(script.exec());
        }
        log.addAll(scene.log());
        faults.addAll(scene.faults());
        chunking = scene.chunking();
        latency = scene.latency();
    }

    public SceneBuilder hostName(String value) {
        hostName = value;
        return this;
    }

    /** Sets the initial value of {@code ${variable}}. */
    public SceneBuilder variable(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    public SceneBuilder ssh(SshSettings settings) {
        ssh = settings;
        return this;
    }

    public SceneBuilder terminal(Terminal value) {
        terminal = value;
        return this;
    }

    public SceneBuilder paging(Paging value) {
        paging = value;
        return this;
    }

    /** Replaces all login settings. */
    public SceneBuilder login(Login login) {
        users.clear();
        users.addAll(login.users());
        authorizedKeys.clear();
        authorizedKeys.addAll(login.authorizedKeys());
        prompts.clear();
        prompts.addAll(login.prompts());
        loginQuestions.clear();
        loginQuestions.addAll(login.questions());
        banner = login.banner();
        motd = login.motd();
        maxShells = login.maxShells();
        maxShellsText = login.maxShellsText();
        return this;
    }

    /** Adds a user; the first one replaces the default {@code admin}. */
    public SceneBuilder user(String user, String password) {
        return user(new User(user, password));
    }

    public SceneBuilder user(User user) {
        users.add(user);
        return this;
    }

    /** @param line as in OpenSSH's {@code authorized_keys} */
    public SceneBuilder authorizedKey(String line) {
        authorizedKeys.add(line);
        return this;
    }

    /** Adds a prompt of keyboard-interactive. */
    public SceneBuilder challenge(String text, boolean echo, String answer) {
        prompts.add(new Login.Challenge(text, echo, answer));
        return this;
    }

    public SceneBuilder banner(String text) {
        banner = text;
        return this;
    }

    public SceneBuilder motd(String text) {
        motd = text;
        return this;
    }

    /** Adds a question that the shell asks before its first prompt. */
    public SceneBuilder loginQuestion(Question question) {
        loginQuestions.add(question);
        return this;
    }

    /** @param limit 0: any number */
    public SceneBuilder maxShells(int limit) {
        maxShells = limit;
        return this;
    }

    public SceneBuilder maxShellsText(String text) {
        maxShellsText = text;
        return this;
    }

    /** Adds a mode; sessions start in the first one. */
    public SceneBuilder mode(String mode, String prompt) {
        modes.add(new Mode(mode, prompt));
        return this;
    }

    /** Replaces all modes so far with a single mode {@code exec} with this prompt. */
    public SceneBuilder prompt(String prompt) {
        modes.clear();
        return mode("exec", prompt);
    }

    public SceneBuilder command(String exact, String output) {
        return command(CommandRule.exact(exact, Reply.text(output)));
    }

    public SceneBuilder command(String exact, Reply reply) {
        return command(CommandRule.exact(exact, reply));
    }

    /** Adds a rule before all rules so far. */
    public SceneBuilder overriding(CommandRule rule) {
        commands.add(0, rule);
        return this;
    }

    public SceneBuilder command(CommandRule rule) {
        commands.add(rule);
        return this;
    }

    public SceneBuilder abbreviations(boolean allowed) {
        abbreviations = allowed;
        return this;
    }

    public SceneBuilder unknown(String text) {
        unknown = text;
        return this;
    }

    public SceneBuilder incomplete(String text) {
        incomplete = text;
        return this;
    }

    /** Accepts exec requests, and adds the reaction to one. */
    public SceneBuilder exec(CommandRule rule) {
        if (exec == null) {
            exec = new ArrayList<>();
        }
        exec.add(rule);
        return this;
    }

    /** Replays a recording instead of using commands. */
    public SceneBuilder transcript(Script.Transcript recorded) {
        transcript = recorded;
        return this;
    }

    public SceneBuilder log(LogEvent event) {
        log.add(event);
        return this;
    }

    public SceneBuilder fault(FaultPlan plan) {
        faults.add(plan);
        return this;
    }

    public SceneBuilder chunking(Chunking value) {
        chunking = value;
        return this;
    }

    /** @param roundTrip between each input and the device's reaction */
    public SceneBuilder latency(Duration roundTrip) {
        latency = roundTrip;
        return this;
    }

    public Scene build() {
        List<User> allUsers = users.isEmpty() ? Login.DEFAULT.users() : users;
        List<Mode> allModes = modes.isEmpty() ? List.of(new Mode("exec", "${host}> ")) : modes;
        Script script = transcript == null
                ? new Script.Commands(allModes, commands, abbreviations, unknown, incomplete, exec)
                : transcript;
        Login login =
                new Login(allUsers, authorizedKeys, prompts, banner, motd, loginQuestions, maxShells, maxShellsText);
        return new Scene(
                name, hostName, variables, ssh, login, terminal, paging, script, log, faults, chunking, latency);
    }
}
