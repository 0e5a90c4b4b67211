package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.output.Source;
import io.jenkins.plugins.networkshell.simulator.scene.Paging;
import io.jenkins.plugins.networkshell.simulator.scene.Paging.OtherKey;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Prints outputs page by page. Used only on the session's serial executor. */
final class Pager {
    private static final byte CTRL_C = 3;

    private final Paging paging;
    private final OutputPump pump;
    private final ShellText texts;
    private final Runnable pageFull;
    private final Runnable printed;
    private PagedOutput printing;

    /**
     * @param pageFull runs after the pager's prompt was written, when a key must follow
     * @param printed runs when an output has ended or was stopped by a key
     */
    Pager(Paging paging, OutputPump pump, ShellText texts, Runnable pageFull, Runnable printed) {
        this.paging = paging;
        this.pump = pump;
        this.texts = texts;
        this.pageFull = pageFull;
        this.printed = printed;
    }

    /** @param pageLength lines until the first stop; 0: no stops */
    void print(Source output, int pageLength) {
        printing = new PagedOutput(output, pageLength);
        printMore();
    }

    private void printMore() {
        if (printing == null) {
            return;
        }
        try {
            byte[] piece = printing.next();
            if (piece != null) {
                PagedOutput current = printing;
                pump.write(piece, () -> {
                    if (printing == current) {
                        printMore();
                    }
                });
            } else if (printing.hasMore()) {
                pump.write(texts.bytes(paging.prompt()));
                pageFull.run();
            } else {
                printing = null;
                printed.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a full page stays as it is. */
    boolean ignores(byte key) {
        return !isStop(key) && !isPage(key) && !isLine(key) && paging.otherKey() == OtherKey.IGNORED;
    }

    /** Continues after a full page, or stops there. */
    void press(byte key, int pageLength) {
        pump.write(texts.bytes(paging.erase()));
        boolean other = !isPage(key) && !isLine(key);
        if (isStop(key) || (other && paging.otherKey() == OtherKey.STOP)) {
            stop();
            printed.run();
        } else {
            printing.allow(isLine(key) ? 1 : Math.max(1, pageLength));
            printMore();
        }
    }

    private static boolean isStop(byte key) {
        return key == 'q' || key == 'Q' || key == CTRL_C;
    }

    private static boolean isPage(byte key) {
        return key == ' ';
    }

    private static boolean isLine(byte key) {
        return key == '\r' || key == '\n';
    }

    /** Discards the rest of the current output. */
    void stop() {
        if (printing != null) {
            try {
                printing.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            printing = null;
        }
    }
}
