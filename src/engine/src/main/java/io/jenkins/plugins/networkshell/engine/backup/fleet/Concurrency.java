package io.jenkins.plugins.networkshell.engine.backup.fleet;

/**
 * Limits for devices that are worked on at the same time. A device counts toward each of its limits.
 *
 * @param total default 50
 * @param perSite for sites behind a slow line; default: no limit
 * @param perJumpHost devices that share a connection to a jump host; default 10
 * @param perLoginServer for RADIUS and TACACS+ servers that drop requests under load; default: no limit
 */
public record Concurrency(int total, int perSite, int perJumpHost, int perLoginServer) {
    /** No limit except {@link #total}. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    public static final Concurrency DEFAULT = new Concurrency(50, UNLIMITED, 10, UNLIMITED);

    /** @throws IllegalArgumentException when a limit is less than 1, in one sentence */
    public Concurrency {
        requirePositive("devices at once", total);
        requirePositive("devices at once per site", perSite);
        requirePositive("devices at once per jump host", perJumpHost);
        requirePositive("devices at once per login server", perLoginServer);
    }

    private static void requirePositive(String what, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The number of " + what + " must be at least 1, not " + limit + ".");
        }
    }

    public Concurrency withTotal(int limit) {
        return new Concurrency(limit, perSite, perJumpHost, perLoginServer);
    }

    public Concurrency withPerSite(int limit) {
        return new Concurrency(total, limit, perJumpHost, perLoginServer);
    }

    public Concurrency withPerJumpHost(int limit) {
        return new Concurrency(total, perSite, limit, perLoginServer);
    }

    public Concurrency withPerLoginServer(int limit) {
        return new Concurrency(total, perSite, perJumpHost, limit);
    }
}
