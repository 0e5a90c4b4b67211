package io.jenkins.plugins.networkshell.bench;

import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.transport.verification.PromiscuousVerifier;

/** The same file through SSHJ's own client, with its defaults: what {@link FileTransfer} stands beside. */
final class SshjTransfer {
    private SshjTransfer() {}

    /** @param args port, key, {@code get} or {@code put}, from, to */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        try (SSHClient client = new SSHClient(new DefaultConfig())) {
            client.addHostKeyVerifier(new PromiscuousVerifier());
            client.connect("127.0.0.1", Integer.parseInt(args[0]));
            client.authPublickey(System.getProperty("user.name"), args[1]);
            try (SFTPClient files = client.newSFTPClient()) {
                if (args[2].equals("put")) {
                    files.put(args[3], args[4]);
                } else {
                    files.get(args[3], args[4]);
                }
            }
        }
        FileTransfer.report(start);
    }
}
