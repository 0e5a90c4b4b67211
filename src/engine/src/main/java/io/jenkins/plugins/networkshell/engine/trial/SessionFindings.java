package io.jenkins.plugins.networkshell.engine.trial;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Paging;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Recognition;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Question;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Transition;
import io.jenkins.plugins.networkshell.engine.shell.prompt.UndescribedQuestion;
import io.jenkins.plugins.networkshell.engine.trial.SessionWatch.Typed;
import io.jenkins.plugins.networkshell.engine.trial.SessionWatch.Wait;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks what a definition says about a session: banner, prompts, paging, questions, failures. */
final class SessionFindings {
    private static final int MOST_SHOWN = 3;
    private static final Pattern LOGIN_NAME = Pattern.compile("(?i)^\\s*(?:user(?: ?name)?|login(?: name)?) ?: ?$");
    private static final Pattern PAGER_WORD =
            Pattern.compile("(?i)\\b(?:more|page|space|next|quit|any key|continue)\\b");

    private final Platform platform;
    private final SessionWatch watch;
    private final Paging commonPaging;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();

    /** @param commonPaging the pagers that any device may show */
    SessionFindings(Platform platform, SessionWatch watch, Paging commonPaging) {
        this.platform = platform;
        this.watch = watch;
        this.commonPaging = commonPaging;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Proposal> proposals() {
        return proposals;
    }

    /** @param answers the output of all commands that were tried */
    void recognition(String serverVersion, String banner, List<String> answers) {
        Recognition signs = platform.recognition();
        found("recognise.server_version", signs.serverVersion(), List.of(serverVersion));
        List<String> before = new ArrayList<>(banner.lines().toList());
        before.addAll(watch.preamble());
        found("recognise.banner", signs.banner(), before);
        found("recognise.prompt", signs.prompt(), promptLines());
        found("recognise.output", signs.output(), answers);
    }

    /** A pattern may begin with {@code (?m)^} and be meant for a whole text: each line is a text, too. */
    private void found(String field, Pattern pattern, List<String> lines) {
        if (pattern != null) {
            findings.add(Finding.counted(
                    field,
                    pattern,
                    lines.stream().filter(line -> pattern.matcher(line).find()).toList()));
        }
    }

    /** @param refused modes that were not entered, with the reason */
    void modes(Map<String, TrialScript.Refusal> refused) {
        for (int i = 0; i < platform.modes().size(); i++) {
            Mode mode = platform.modes().get(i);
            String field = "modes[" + i + "].prompt";
            TrialScript.Refusal refusal = refused.get(mode.name());
            List<String> seen = promptLines().stream()
                    .filter(line -> mode.prompt().matches(line))
                    .toList();
            if (!seen.isEmpty()) {
                findings.add(Finding.fits(field, mode.prompt(), mode.name() + ": " + sightings(mode, seen)));
            } else if (refusal == null) {
                findings.add(new Finding(field, mode.prompt().pattern(), Finding.State.NOT_SEEN, mode.name()));
            } else if (refusal.shown() == null) {
                findings.add(new Finding(
                        field, mode.prompt().pattern(), Finding.State.NOT_SEEN, mode.name() + ": " + refusal.reason()));
            } else {
                findings.add(Finding.wrong(field, mode.prompt(), mode.name() + ": " + refusal.reason()));
                proposePrompt(field, refusal.shown());
            }
        }
    }

    private static String sightings(Mode mode, List<String> seen) {
        String host =
                mode.host(seen.get(0)).map(name -> ", host name '" + name + "'").orElse("");
        return seen.stream().limit(MOST_SHOWN).map(DeviceText::quoted).collect(Collectors.joining(", ")) + host;
    }

    /** The definition matches no prompt of the device: what appeared instead. */
    void unknownPrompt(String line) {
        Mode mode = platform.modes().get(0);
        findings.add(Finding.wrong(
                "modes[0].prompt", mode.prompt(), mode.name() + ": the device shows " + DeviceText.quoted(line)));
        for (int i = 1; i < platform.modes().size(); i++) {
            findings.add(new Finding(
                    "modes[" + i + "].prompt",
                    platform.modes().get(i).prompt().pattern(),
                    Finding.State.NOT_SEEN,
                    platform.modes().get(i).name()));
        }
        proposePrompt("modes[0].prompt", line);
    }

    private void proposePrompt(String field, String line) {
        boolean described =
                platform.modes().stream().anyMatch(mode -> mode.prompt().matches(line));
        if (!described) {
            PromptProposal.of(line)
                    .ifPresent(pattern ->
                            proposals.add(new Proposal(field, pattern, "the device shows " + DeviceText.quoted(line))));
        }
    }

    private List<String> promptLines() {
        Set<String> lines = new LinkedHashSet<>();
        watch.waits().stream().filter(wait -> wait.typed() != Typed.KEYS).forEach(wait -> lines.add(wait.line()));
        lines.add(watch.unfinishedLine());
        lines.remove("");
        return List.copyOf(lines);
    }

    /** @param refusals the device's replies to commands that turn paging off, by sentence */
    void paging(List<String> refusals) {
        Paging paging = platform.paging();
        for (int i = 0; i < paging.off().size(); i++) {
            boolean wrong = i < refusals.size();
            findings.add(new Finding(
                    "paging.off[" + i + "]",
                    paging.off().get(i),
                    wrong ? Finding.State.WRONG : Finding.State.FITS,
                    wrong ? refusals.get(i) : "accepted"));
        }
        List<String> pages = watch.waits().stream()
                .filter(wait -> wait.typed() == Typed.KEYS)
                .map(Wait::line)
                .filter(line -> !line.isBlank())
                .toList();
        Pattern own = paging.pager();
        if (own != null) {
            findings.add(Finding.counted(
                    "paging.pager", own, pages.stream().filter(own::matches).toList()));
        }
        pages.stream()
                .filter(line -> own == null || !own.matches(line))
                .filter(line -> commonPaging.pager().matches(line))
                .findFirst()
                .ifPresent(line -> proposals.add(new Proposal(
                        "paging.pager",
                        DeviceText.withAnyNumber(line.strip()),
                        "the device stopped at " + DeviceText.quoted(line))));
    }

    /** The device waited for input after a line, and nothing was known to type. */
    void unansweredLine(String line) {
        if (line.isBlank()
                || platform.modes().stream().anyMatch(mode -> mode.prompt().matches(line))) {
            return;
        }
        boolean pager = PAGER_WORD.matcher(line).find();
        proposals.add(new Proposal(
                pager ? "paging.pager" : "questions",
                pager
                        ? DeviceText.withAnyNumber(line.strip())
                        : "{expect: \"^"
                                + DeviceText.withAnyNumber(line.strip())
                                        .replace("\\", "\\\\")
                                        .replace("\"", "\\\"")
                                + "\", " + answer(line) + "}",
                "the device waited behind " + DeviceText.quoted(line)));
    }

    /** Some devices ask again in the shell for what the login already provided. */
    private static String answer(String question) {
        if (LOGIN_NAME.matcher(question).find()) {
            return "secret: user";
        }
        return UndescribedQuestion.wantsSecret(question) ? "secret: password" : "send: ANSWER";
    }

    /** The questions of the platform, and those of mode changes. */
    void questions() {
        for (int i = 0; i < platform.questions().size(); i++) {
            question("questions[" + i + "].expect", platform.questions().get(i));
        }
        for (int i = 0; i < platform.modes().size(); i++) {
            List<Transition> ways = platform.modes().get(i).enter();
            for (int j = 0; j < ways.size(); j++) {
                List<Question> dialogue = ways.get(j).dialogue();
                for (int k = 0; k < dialogue.size(); k++) {
                    question("modes[" + i + "].enter[" + j + "].dialogue[" + k + "].expect", dialogue.get(k));
                }
            }
        }
    }

    private void question(String field, Question question) {
        List<String> asked = watch.waits().stream()
                .map(Wait::line)
                .filter(line -> question.pattern().matcher(line).find())
                .filter(line -> platform.modes().stream()
                        .noneMatch(mode -> mode.prompt().matches(line)))
                .toList();
        findings.add(Finding.counted(field, question.pattern(), asked));
    }

    /**
     * @param said the lines of all answers that failed
     * @param unknown the answer to a command that no device knows; null if it was not tried
     */
    void failures(List<String> said, Asked unknown) {
        for (int i = 0; i < platform.failures().size(); i++) {
            found("failures[" + i + "]", platform.failures().get(i), said);
        }
        if (unknown != null && !unknown.result().failed()) {
            RefusalProposal.of(unknown.command(), unknown.textLines())
                    .ifPresent(pattern -> proposals.add(new Proposal(
                            "failures",
                            pattern,
                            "the answer to a command that does not exist: "
                                    + DeviceText.quoted(unknown.textLines().stream()
                                            .filter(line -> line.chars().anyMatch(Character::isLetter))
                                            .findFirst()
                                            .orElse("")))));
        }
    }
}
