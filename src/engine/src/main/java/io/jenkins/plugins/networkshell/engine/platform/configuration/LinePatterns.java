package io.jenkins.plugins.networkshell.engine.platform.configuration;

import com.google.re2j.Pattern;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the lines of a configuration mean.
 *
 * @param volatileLines lines that change without meaning
 * @param secrets the secrets in it: every group named {@code secret…}, or the whole match if there is none
 * @param secretBlocks runs of lines that are secret
 * @param errors found in output that is an error text instead of a configuration
 * @param changedBy finds who changed it last: groups {@code user} and {@code when}
 */
public record LinePatterns(
        List<Pattern> volatileLines,
        List<Pattern> secrets,
        List<SecretBlock> secretBlocks,
        List<Pattern> errors,
        List<Pattern> changedBy)
        implements Serializable {
    /** Of a configuration about which nothing is known. */
    public static final LinePatterns NONE = ofSecrets(List.of(), List.of());

    /** Nothing but what is secret. */
    public static LinePatterns ofSecrets(List<Pattern> secrets, List<SecretBlock> blocks) {
        return new LinePatterns(List.of(), secrets, blocks, List.of(), List.of());
    }

    /** These, and then the others. */
    public LinePatterns and(LinePatterns others) {
        return new LinePatterns(
                both(volatileLines, others.volatileLines),
                both(secrets, others.secrets),
                both(secretBlocks, others.secretBlocks),
                both(errors, others.errors),
                both(changedBy, others.changedBy));
    }

    /** With further signs of an error text. */
    public LinePatterns andErrors(List<Pattern> further) {
        return new LinePatterns(volatileLines, secrets, secretBlocks, both(errors, further), changedBy);
    }

    /** Each pattern once. */
    public LinePatterns distinct() {
        return new LinePatterns(once(volatileLines), once(secrets), once(secretBlocks), once(errors), once(changedBy));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static <T> List<T> once(List<T> all) {
        return all.stream().distinct().toList();
    }
}
