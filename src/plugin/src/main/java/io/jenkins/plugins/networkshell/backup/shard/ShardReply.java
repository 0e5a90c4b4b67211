package io.jenkins.plugins.networkshell.backup.shard;

import java.io.Serializable;
import java.util.List;

/**
 * The answer to a fetch.
 *
 * @param ended whether this is the last answer
 * @param defect why it ended before all devices had a result; null if they all have one
 * @param learnedHostKeys lines in the format of {@code known_hosts}; only in the last answer
 */
public record ShardReply(List<ShardItem> items, boolean ended, String defect, String learnedHostKeys)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public ShardReply {
        items = List.copyOf(items);
    }
}
