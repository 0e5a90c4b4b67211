package io.jenkins.plugins.networkshell.engine.target;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A means of authentication. A {@link Target} has a list of them, tried in order; a device may also require several in
 * sequence (a key and then a password).
 *
 * <p>Immutable; prints without secrets.
 */
public sealed interface Credential extends Serializable {
    /**
     * The secrets to mask. A key's text is not among them, because it is never sent, and it has too many lines to
     * search for in every line of output.
     */
    List<Secret> secrets();

    /**
     * A password: for the {@code password} method and, if the device does not offer that, for
     * {@code keyboard-interactive} with any wording of its prompt.
     *
     * <p>A rejected password is not sent a second time, because devices lock accounts.
     */
    record Password(Secret password) implements Credential {
        private static final long serialVersionUID = 1L;

        public Password {
            Objects.requireNonNull(password);
        }

        @Override
        public List<Secret> secrets() {
            return List.of(password);
        }
    }

    /**
     * Answers for {@code keyboard-interactive} (RFC 4256), for instance a password and a one-time code. A prompt that
     * no pattern matches is answered with the {@link Password} of the same target, if any, and then by the connection's
     * listener. Must come before that password, which is then not sent a second time.
     *
     * @param answers the first one whose pattern is found in the prompt is used, each only once, because a device that
     *     asks again has rejected it
     */
    record KeyboardInteractive(List<PromptAnswer> answers) implements Credential {
        private static final long serialVersionUID = 1L;

        public KeyboardInteractive {
            answers = List.copyOf(answers);
        }

        @Override
        public List<Secret> secrets() {
            return answers.stream().map(PromptAnswer::answer).toList();
        }
    }

    /**
     * @param pattern RE2, found anywhere in the prompt, ignoring case
     * @param answer what is sent
     */
    record PromptAnswer(String pattern, Secret answer) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** @throws IllegalArgumentException if {@code pattern} is invalid; the message is one sentence */
        public PromptAnswer {
            Objects.requireNonNull(answer);
            compiled(pattern);
        }

        public boolean fits(String prompt) {
            return compiled(pattern).matcher(prompt).find();
        }

        private static Pattern compiled(String pattern) {
            try {
                return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "The expression '" + pattern + "' for prompts at login can't be read (" + e.getDescription()
                                + "); allowed: RE2 syntax.",
                        e);
            }
        }
    }

    /**
     * A private key: OpenSSH, PEM, PKCS#8 or PuTTY format; RSA, ECDSA or Ed25519; encrypted or not.
     *
     * @param name how messages call the key: the file's path, or any name for a key given as text
     * @param text the key's text, or null to read the file {@code name} when connecting
     * @param passphrase for an encrypted key, or null
     * @param certificate the text of an OpenSSH user certificate (a {@code -cert.pub} file) for the key, or null
     */
    record PrivateKey(String name, Secret text, Secret passphrase, String certificate) implements Credential {
        private static final long serialVersionUID = 1L;

        public PrivateKey {
            Objects.requireNonNull(name);
        }

        @Override
        public List<Secret> secrets() {
            return passphrase == null ? List.of() : List.of(passphrase);
        }

        /** The key in {@code file}, with the certificate in {@code <file>-cert.pub} if that exists. */
        public static PrivateKey file(Path file, Secret passphrase) {
            return new PrivateKey(file.toString(), null, passphrase, null);
        }

        public static PrivateKey text(String name, Secret text, Secret passphrase) {
            return new PrivateKey(name, text, passphrase, null);
        }

        public PrivateKey withPassphrase(Secret given) {
            return new PrivateKey(name, text, given, certificate);
        }

        public PrivateKey withCertificate(String certificateText) {
            return new PrivateKey(name, text, passphrase, certificateText);
        }
    }

    /**
     * The keys of an SSH agent.
     *
     * @param socketPath the agent's Unix socket; null to use {@code SSH_AUTH_SOCK} when connecting
     */
    record Agent(String socketPath) implements Credential {
        private static final long serialVersionUID = 1L;

        @Override
        public List<Secret> secrets() {
            return List.of();
        }

        /** The agent of the environment. */
        public static Agent fromEnvironment() {
            return new Agent(null);
        }

        public static Agent at(Path socket) {
            return new Agent(socket.toString());
        }

        public Optional<Path> socket() {
            String path = socketPath == null ? System.getenv("SSH_AUTH_SOCK") : socketPath;
            return path == null || path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
        }
    }

    /** The {@code none} method of RFC 4252: for devices that ask for a password in the shell, or not at all. */
    record None() implements Credential {
        private static final long serialVersionUID = 1L;

        @Override
        public List<Secret> secrets() {
            return List.of();
        }
    }
}
