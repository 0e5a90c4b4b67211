package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.cli.Main;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import java.io.OutputStream;
import java.util.Arrays;

/** The same backup several times in one process, each into an archive of its own. */
final class BackupRounds {
    /** The variable with the number of rounds. */
    static final String TIMES = "BENCH_ROUNDS";
    /** Begins a line on standard error; a round's seconds follow. */
    static final String SECONDS = "Seconds: ";

    private BackupRounds() {}

    /** @param args for the command line; the archive's name gets the number of the round */
    public static void main(String[] args) {
        int out = Arrays.asList(args).indexOf("--out") + 1;
        String archive = args[out];
        for (int round = 0; round < Integer.parseInt(System.getenv(TIMES)); round++) {
            args[out] = archive + "-" + round;
            long start = System.nanoTime();
            Environment process = Environment.ofProcess(new Cancellation());
            int code = Main.run(args, process.withOut(OutputStream.nullOutputStream()));
            if (code != 0) {
                System.exit(code);
            }
            System.err.println(SECONDS + (System.nanoTime() - start) / 1e9);
        }
    }
}
