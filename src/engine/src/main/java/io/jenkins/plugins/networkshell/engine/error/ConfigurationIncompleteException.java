package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** A device printed a configuration without its platform's end mark. Nothing was overwritten. */
public final class ConfigurationIncompleteException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public ConfigurationIncompleteException(String host, String sentence, String hint) {
        super(ErrorKind.CONFIGURATION_INCOMPLETE, host, sentence, hint, null);
    }
}
