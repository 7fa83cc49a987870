package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The faults of a store that a person has to look after and that no call reports by an exception.
 *
 * @param unreadFiles how many files cannot be opened; they are tried again by {@link OutboxStore#heads}
 * @param foreign how many deliveries that are not finished a newer version of the plugin has left, which are kept and
 *     not sent
 * @param inUse whether another process uses the store, so that this one can neither read nor write it
 * @param copied how many deliveries wait because the store is a copy of another one that may send them, too; see
 *     {@link OutboxStore#releaseCopied}
 * @param copiedFrom where that one is, for people; null where nothing waits for that reason
 */
public record StoreCondition(
        int unreadFiles,
        int foreign,
        boolean inUse,
        int copied,
        @CheckForNull String copiedFrom) {

    /** The condition of a store that needs nobody. */
    public static final StoreCondition GOOD = new StoreCondition(0, 0, false, 0, null);
}
