package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.memory.LruCache;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The remembered members of one workspace, in memory and in its file. Safe for use by many threads. */
final class MemberCache {
    private final LruCache<String, CachedMember> members;
    private final MemberFile file;
    private final InstantSource clock;
    private final AtomicBoolean unsaved = new AtomicBoolean();

    /**
     * Creates a cache that starts with what the file holds.
     *
     * @param maxSize the number of answers to keep
     */
    MemberCache(MemberFile file, InstantSource clock, int maxSize) {
        this.file = file;
        this.clock = clock;
        members = new LruCache<>(maxSize);
        file.read().forEach(members::put);
    }

    /** Finds the remembered answer to a query; empty where Slack has to be asked. */
    Optional<CachedMember> find(MemberQuery query) {
        Instant now = clock.instant();
        return members.get(query.text()).filter(each -> each.isValidAt(now));
    }

    /**
     * Remembers the answer of Slack to a query. It is in the file when this returns, unless the file cannot be written. Threads that call
     * at once share a write.
     */
    void remember(MemberQuery query, CachedMember member) {
        members.put(query.text(), member);
        unsaved.set(true);
        synchronized (file) {
            if (unsaved.getAndSet(false)) {
                file.write(valid());
            }
        }
    }

    private Map<String, CachedMember> valid() {
        Instant now = clock.instant();
        Map<String, CachedMember> valid = members.copy();
        valid.values().removeIf(each -> !each.isValidAt(now));
        return valid;
    }
}
