package io.jenkins.plugins.networkshell.backup.shard;

import io.jenkins.plugins.networkshell.connection.RefusedKey;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import java.io.Serializable;

/** A message from a shard to the controller. The secrets of the plan are masked, except in captures. */
public sealed interface ShardItem extends Serializable {
    /** How much memory it takes, roughly. */
    default int characters() {
        return 0;
    }

    /**
     * The single result of a device.
     *
     * @param capture null for a device that failed
     * @param failure null for a device that succeeded
     */
    record Finished(String device, ShardCapture capture, DeviceFailure failure, int attempts, long elapsedMillis)
            implements ShardItem {
        private static final long serialVersionUID = 1L;

        @Override
        public int characters() {
            return capture == null ? 0 : capture.characters();
        }
    }

    /** A notice about a device that did not fail. */
    record Notice(String device, String sentence) implements ShardItem {
        private static final long serialVersionUID = 1L;
    }

    /** A notice about the run. */
    record Said(String sentence) implements ShardItem {
        private static final long serialVersionUID = 1L;
    }

    /** A host key that ended an attempt, of the device or of a jump host on the route to it. */
    record Refused(String device, RefusedKey key) implements ShardItem {
        private static final long serialVersionUID = 1L;
    }
}
