package io.jenkins.plugins.networkshell.simulator.record;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The input of all clients of one device, in order. Thread-safe; grows until {@link #clear}. Contains hidden answers in
 * plain text, for tests, so it must not be logged if the secrets are real.
 */
public final class Recording {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Sent> events = new ArrayList<>();
    private int openConnections;
    private int openShells;
    private long totalConnections;

    public void add(Sent event) {
        locked(() -> events.add(event));
    }

    /** Everything, in the order of arrival. */
    public List<Sent> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    public <T extends Sent> List<T> events(Class<T> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The finished lines: commands and answers, including hidden ones, without line ends. */
    public List<String> lines() {
        return events(Sent.Line.class).stream().map(Sent.Line::text).toList();
    }

    /** The finished lines that were typed at a prompt. */
    public List<String> commands() {
        return events(Sent.Line.class).stream()
                .filter(l -> l.kind() == Sent.Line.Kind.COMMAND)
                .map(Sent.Line::text)
                .toList();
    }

    /** The commands of the exec channel. */
    public List<String> execs() {
        return events(Sent.Exec.class).stream().map(Sent.Exec::command).toList();
    }

    public List<Sent.Auth> logins() {
        return events(Sent.Auth.class);
    }

    /** Every byte typed into a shell, as received. */
    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        events(Sent.Bytes.class).forEach(b -> all.writeBytes(b.bytes()));
        return all.toByteArray();
    }

    public void clear() {
        locked(events::clear);
    }

    /** The number of open TCP connections. */
    public int openConnections() {
        lock.lock();
        try {
            return openConnections;
        } finally {
            lock.unlock();
        }
    }

    /** The number of open shells. */
    public int openShells() {
        lock.lock();
        try {
            return openShells;
        } finally {
            lock.unlock();
        }
    }

    /** TCP connections since the device was added. */
    public long totalConnections() {
        lock.lock();
        try {
            return totalConnections;
        } finally {
            lock.unlock();
        }
    }

    /** @return the number of the new connection, from 0 */
    public long connectionOpened() {
        lock.lock();
        try {
            openConnections++;
            changed.signalAll();
            return totalConnections++;
        } finally {
            lock.unlock();
        }
    }

    public void connectionClosed() {
        locked(() -> openConnections--);
    }

    public void shellOpened() {
        locked(() -> openShells++);
    }

    public void shellClosed() {
        locked(() -> openShells--);
    }

    /** Waits until at least one event matches; earlier events count. */
    public boolean await(Predicate<Sent> wanted, Duration limit) throws InterruptedException {
        return awaitCondition(() -> events.stream().anyMatch(wanted), limit);
    }

    /** Waits until {@code text} was typed as a whole line. */
    public boolean awaitLine(String text, Duration limit) throws InterruptedException {
        return await(e -> e instanceof Sent.Line line && line.text().equals(text), limit);
    }

    /** Waits until at least {@code count} shells are open at once. */
    public boolean awaitShells(int count, Duration limit) throws InterruptedException {
        return awaitCondition(() -> openShells >= count, limit);
    }

    /** Waits until no connection is open, to prove that a client cleaned up. */
    public boolean awaitNoConnections(Duration limit) throws InterruptedException {
        return awaitCondition(() -> openConnections == 0, limit);
    }

    /** Waits until at least {@code count} connections were accepted since the device was added. */
    public boolean awaitConnections(long count, Duration limit) throws InterruptedException {
        return awaitCondition(() -> totalConnections >= count, limit);
    }

    private boolean awaitCondition(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long nanos = TimeUnit.NANOSECONDS.convert(limit);
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
