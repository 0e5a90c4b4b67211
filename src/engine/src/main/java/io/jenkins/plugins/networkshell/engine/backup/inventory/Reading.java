package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.Origin;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.backup.input.FieldCheck;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.Problems;
import io.jenkins.plugins.networkshell.engine.text.Position;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state shared by all files of an inventory while it is read. For one thread. */
final class Reading {
    private final boolean trusted;
    private final Variables variables;
    private final FieldCheck check;
    private final InventoryFiles files;
    private final Problems problems = new Problems();
    private final List<String> notices = new ArrayList<>();
    private final Draft draft = new Draft();

    Reading(boolean trusted, Variables variables, FieldCheck check, InventoryFiles files) {
        this.trusted = trusted;
        this.variables = variables;
        this.check = check;
        this.files = files;
    }

    Draft draft() {
        return draft;
    }

    Problems problems() {
        return problems;
    }

    FieldCheck check() {
        return check;
    }

    InventoryFiles files() {
        return files;
    }

    /** Tells the user what was skipped, and why. */
    void notice(String sentence) {
        notices.add(sentence);
    }

    List<String> notices() {
        return notices;
    }

    boolean trusted() {
        return trusted;
    }

    /**
     * A value of one of our own formats, with its variables replaced.
     *
     * @param path the field for messages
     * @return empty if it is wrong; the problem is then reported
     */
    Optional<Setting> setting(DeviceField field, String text, Position at, String level, String path)
            throws InventoryException {
        if (!trusted && isOnlyForTrusted(field, text, at, path)) {
            return Optional.empty();
        }
        Optional<Setting> setting = text(text, at, level, path);
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        Optional<FieldCheck.Flaw> flaw = field == DeviceField.HOST
                ? Optional.empty() // checked when its ranges are expanded
                : check.flaw(field, setting.get().value());
        if (flaw.isPresent()) {
            problems.add(at, path, flaw.get().what(), flaw.get().allowed());
            return Optional.empty();
        }
        return field == DeviceField.PLATFORM
                ? setting.map(found -> new Setting(check.canonicalPlatform(found.value()), found.origin()))
                : setting;
    }

    private boolean isOnlyForTrusted(DeviceField field, String text, Position at, String path)
            throws InventoryException {
        if (field.choosesCredential()) {
            problems.add(
                    at,
                    path,
                    "chooses a credential, and this inventory is not trusted to do so",
                    "credentials that are bound to hosts outside of the inventory");
            return true;
        }
        if (field == DeviceField.HOST_KEYS && !text.equals("strict")) {
            problems.add(
                    at,
                    path,
                    "is " + Quoted.of(text) + ", and this inventory is not trusted to weaken the host key check",
                    "strict");
            return true;
        }
        return false;
    }

    /** A text with its variables replaced; untrusted files can't read the environment. */
    Optional<Setting> text(String text, Position at, String level, String path) throws InventoryException {
        if (!Variables.isIn(text)) {
            return Optional.of(new Setting(text, Origin.of(at, level)));
        }
        if (!trusted) {
            problems.add(
                    at, path, "uses environment variables, and this inventory is not trusted to read them", "a text");
            return Optional.empty();
        }
        try {
            Variables.Expanded expanded = variables.expand(text);
            return Optional.of(new Setting(expanded.text(), new Origin(at, level, expanded.names())));
        } catch (IllegalArgumentException e) {
            problems.add(at, path, e.getMessage(), "a variable that is set, or ${NAME:-text}");
            return Optional.empty();
        }
    }
}
