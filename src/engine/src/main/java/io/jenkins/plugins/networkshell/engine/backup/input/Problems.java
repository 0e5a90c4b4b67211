package io.jenkins.plugins.networkshell.engine.backup.input;

import io.jenkins.plugins.networkshell.engine.text.MalformedTextException;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.util.ArrayList;
import java.util.List;

/** Collects mistakes, so that all mistakes in a file are reported at once. For one thread. */
public final class Problems {
    /** More than anybody corrects before trying again. */
    private static final int MOST = 100;

    private final List<Problem> list = new ArrayList<>();

    public void add(Position at, String field, String what, String allowed) throws InventoryException {
        list.add(new Problem(at, field, what, allowed));
        if (list.size() == MOST) {
            throwIfAny();
        }
    }

    /** For a text that can't be parsed any further. */
    public InventoryException fatal(Position at, String field, String what, String allowed) {
        list.add(new Problem(at, field, what, allowed));
        return new InventoryException(list);
    }

    public InventoryException fatal(MalformedTextException e) {
        return fatal(e.at(), "", e.problem(), e.allowed());
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public void throwIfAny() throws InventoryException {
        if (!list.isEmpty()) {
            throw new InventoryException(list);
        }
    }
}
