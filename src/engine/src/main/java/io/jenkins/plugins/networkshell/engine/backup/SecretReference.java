package io.jenkins.plugins.networkshell.engine.backup;

import java.io.Serializable;
import java.util.Objects;

/** Where a secret is found. Holds no secret itself; the front end looks it up before the run. */
public sealed interface SecretReference extends Serializable {

    /** The value of an environment variable. */
    record Environment(String variable) implements SecretReference {
        private static final long serialVersionUID = 1L;

        public Environment {
            Objects.requireNonNull(variable);
        }

        @Override
        public String toString() {
            return "$" + variable;
        }
    }

    /** The first line of a file. */
    record TextFile(String path) implements SecretReference {
        private static final long serialVersionUID = 1L;

        public TextFile {
            Objects.requireNonNull(path);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /**
     * A private key.
     *
     * @param passphraseVariable the environment variable with the passphrase; empty when there is none
     */
    record KeyFile(String path, String passphraseVariable) implements SecretReference {
        private static final long serialVersionUID = 1L;

        public KeyFile {
            Objects.requireNonNull(path);
            Objects.requireNonNull(passphraseVariable);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /** The keys of the SSH agent. */
    record Agent() implements SecretReference {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "the SSH agent";
        }
    }

    /** A credential stored in Jenkins. */
    record Stored(String id) implements SecretReference {
        private static final long serialVersionUID = 1L;

        public Stored {
            Objects.requireNonNull(id);
        }

        @Override
        public String toString() {
            return "credential " + id;
        }
    }
}
