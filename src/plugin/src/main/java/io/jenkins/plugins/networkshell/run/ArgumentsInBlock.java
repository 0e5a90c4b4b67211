package io.jenkins.plugins.networkshell.run;

import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;

/** The description of a step inside a block in the list of a build's steps, including the block's host. */
public final class ArgumentsInBlock extends ArgumentsAction {
    private static final String HOST = "host";

    private final ArgumentsAction written;
    private final String host;
    /** The unnamed argument, which was interpreted as the host; null if there is none. */
    private final String unnamed;

    public ArgumentsInBlock(ArgumentsAction written, String host, String unnamed) {
        this.written = written;
        this.host = host;
        this.unnamed = unnamed;
    }

    @Override
    protected Map<String, Object> getArgumentsInternal() {
        Map<String, Object> arguments = new TreeMap<>(written.getArguments());
        if (unnamed != null) {
            arguments.put(unnamed, arguments.get(HOST));
        }
        arguments.put(HOST, host);
        return arguments;
    }
}
