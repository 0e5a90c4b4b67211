package io.jenkins.plugins.networkshell.engine.text;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.Parser;

/** Limits the depth of nesting, because SnakeYAML's composer recurses without a limit. */
final class BoundedComposer extends Composer {
    static final int MAX_DEPTH = 64;

    private int depth;

    BoundedComposer(LoadSettings settings, Parser parser) {
        super(settings, parser);
    }

    @Override
    protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
        enter();
        try {
            return super.composeSequenceNode(anchor);
        } finally {
            depth--;
        }
    }

    @Override
    protected Node composeMappingNode(Optional<Anchor> anchor) {
        enter();
        try {
            return super.composeMappingNode(anchor);
        } finally {
            depth--;
        }
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new TooDeepException(
                    parser.peekEvent().getStartMark().map(Mark::getLine).orElse(-1) + 1);
        }
    }

    /** Unchecked, because SnakeYAML's methods declare nothing. */
    static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;

        TooDeepException(int line) {
            this.line = line;
        }

        int line() {
            return line;
        }
    }
}
