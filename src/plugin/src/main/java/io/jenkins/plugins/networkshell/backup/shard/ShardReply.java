package io.jenkins.plugins.networkshell.backup.shard;

import java.io.Serializable;
import java.util.List;

/**
 * What there is to fetch of a shard.
 *
 * @param ended whether nothing comes after this
 * @param defect why it ended although devices have no result; null when they all have one
 * @param learnedHostKeys lines in the format of {@code known_hosts}; with the end only
 */
public record ShardReply(List<ShardItem> items, boolean ended, String defect, String learnedHostKeys)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public ShardReply {
        items = List.copyOf(items);
    }
}
