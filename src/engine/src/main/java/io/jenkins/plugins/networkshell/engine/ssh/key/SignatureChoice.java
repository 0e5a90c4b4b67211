package io.jenkins.plugins.networkshell.engine.ssh.key;

import java.util.List;

/** Picks signature algorithms for the client's keys, for one server. See {@link KeyNames#signatures}. */
public record SignatureChoice(boolean sha1Allowed, List<String> serverHostKeys) {
    List<String> algorithms(String keyType) {
        return KeyNames.signatures(keyType, sha1Allowed, serverHostKeys);
    }
}
