package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.SecretBlock;
import io.jenkins.plugins.networkshell.engine.platform.derived.Derivation;
import io.jenkins.plugins.networkshell.engine.platform.pattern.GroupReplacement;
import io.jenkins.plugins.networkshell.engine.platform.pattern.PatternSet;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Replaces secrets in configuration text by {@value #MASK}, line by line, as the platform's definition specifies: every
 * group of a pattern whose name begins with {@code secret}, or the whole match if there is none. Only {@link #lines()}
 * handles blocks of lines.
 *
 * <p>Immutable and thread-safe. Needs no memory beyond the current line, and one pass over a line that contains nothing
 * like a secret, regardless of the number of patterns.
 */
public final class SecretRedactor {
    /** The replacement for a secret. */
    public static final String MASK = "****";

    private static final String GROUP = "secret";
    private static final UnaryOperator<String> MASKED = secret -> MASK;
    /** A block without an end must not hide the rest of a session. */
    private static final int LONGEST_BLOCK = 1000;

    private static final Derivation<Platform, SecretRedactor> OF_PLATFORM =
            new Derivation<>(platform -> new SecretRedactor(platform.secrets(), platform.secretBlocks()));
    private static final Derivation<Configuration, SecretRedactor> OF_CONFIGURATION = new Derivation<>(
            configuration -> new SecretRedactor(configuration.secrets(), configuration.secretBlocks()));

    private final List<GroupReplacement> rules;
    private final PatternSet patterns;
    private final List<SecretBlock> blocks;
    private final PatternSet beginnings;

    public SecretRedactor(Collection<Pattern> secrets) {
        this(secrets, List.of());
    }

    public SecretRedactor(Collection<Pattern> secrets, Collection<SecretBlock> blocks) {
        this.blocks = List.copyOf(new LinkedHashSet<>(blocks));
        beginnings = new PatternSet(this.blocks.stream().map(SecretBlock::begin).toList());
        rules = new LinkedHashSet<>(secrets).stream().map(SecretRedactor::rule).toList();
        patterns = new PatternSet(rules.stream().map(GroupReplacement::pattern).toList());
    }

    /** Masks the secrets of all configurations of a platform: other commands print parts of them, too. */
    public static SecretRedactor of(Platform platform) {
        return platform.derive(OF_PLATFORM);
    }

    public static SecretRedactor of(Configuration configuration) {
        return configuration.derive(OF_CONFIGURATION);
    }

    /** Also masks the secrets of another platform. */
    public SecretRedactor and(Platform other) {
        if (rules.isEmpty() && blocks.isEmpty()) {
            return of(other);
        }
        Set<Pattern> secrets = new LinkedHashSet<>();
        rules.forEach(rule -> secrets.add(rule.pattern()));
        secrets.addAll(other.secrets());
        Set<SecretBlock> all = new LinkedHashSet<>(blocks);
        all.addAll(other.secretBlocks());
        return new SecretRedactor(secrets, all);
    }

    /** For the lines of one text in their order: blocks of lines can only be found this way. */
    public Lines lines() {
        return new Lines();
    }

    /** @param line one line, without its line end */
    public String redact(String line) {
        return redact(line, MASKED, rule -> {});
    }

    /**
     * @param line one line, without its line end
     * @param replacement maps a secret to its replacement. Patterns are applied one after the other, each to the result
     *     of the previous ones, so a later one may receive text that already contains replacements.
     */
    public String redact(String line, UnaryOperator<String> replacement) {
        return redact(line, replacement, rule -> {});
    }

    /** @param tried receives each pattern that is searched */
    String redact(String line, UnaryOperator<String> replacement, Consumer<Pattern> tried) {
        String text = line;
        BitSet candidates = patterns.candidates(text);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            tried.accept(rules.get(i).pattern());
            String redacted = rules.get(i).in(text, replacement);
            if (!redacted.equals(text)) {
                // The next patterns see the result of this one.
                text = redacted;
                candidates = patterns.candidates(text);
            }
        }
        return text;
    }

    /** Masks the lines of one text, one after the other. Not thread-safe. */
    public final class Lines {
        /** Null outside of any block. */
        private SecretBlock open;

        private int length;

        /** @param line the next one, without its line end */
        public String redact(String line) {
            return redact(line, MASKED);
        }

        /**
         * @param replacement maps a secret to its replacement, see {@link SecretRedactor#redact(String, UnaryOperator)}
         */
        public String redact(String line, UnaryOperator<String> replacement) {
            return SecretRedactor.this.redact(redactBlocks(line, replacement), replacement);
        }

        /** Masks only what is secret because of its place in the text: fast if a platform has no such blocks. */
        String redactBlocks(String line, UnaryOperator<String> replacement) {
            if (blocks.isEmpty()) {
                return line;
            }
            return open == null ? outside(line, replacement) : inside(line, replacement);
        }

        /** Whether lines that follow are in a block, or may begin one. */
        boolean mayMaskIn(String text) {
            return !blocks.isEmpty()
                    && (open != null || !beginnings.candidates(text).isEmpty());
        }

        private String outside(String line, UnaryOperator<String> replacement) {
            BitSet candidates = beginnings.candidates(line);
            for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
                SecretBlock block = blocks.get(i);
                Matcher begin = block.begin().matcher(line);
                if (begin.find() && !block.end().matcher(line).find(begin.end())) {
                    open = block;
                    length = 0;
                    return GroupReplacement.ofNamed(block.begin(), GROUP).in(line, replacement);
                }
            }
            return line;
        }

        private String inside(String line, UnaryOperator<String> replacement) {
            if (open.end().matcher(line).find()) {
                String end = GroupReplacement.ofNamed(open.end(), GROUP).in(line, replacement);
                open = null;
                return end;
            }
            if (++length > LONGEST_BLOCK) {
                open = null;
                return line;
            }
            String secret = line.strip();
            return secret.isEmpty() ? line : line.replace(secret, replacement.apply(secret));
        }
    }

    /** The groups that hold secrets; the whole match if none is named so. */
    private static GroupReplacement rule(Pattern pattern) {
        GroupReplacement named = GroupReplacement.ofNamed(pattern, GROUP);
        return named.groups().isEmpty() ? new GroupReplacement(pattern, List.of(0)) : named;
    }
}
