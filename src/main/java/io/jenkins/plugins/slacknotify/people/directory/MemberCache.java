package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.memory.LruCache;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is remembered of one workspace, in memory and in its file. Safe for use by many threads. */
final class MemberCache {
    private final LruCache<String, CachedMember> people;
    private final MemberFile file;
    private final InstantSource clock;
    private final AtomicBoolean unsaved = new AtomicBoolean();

    /** @param most how many answers are kept */
    MemberCache(MemberFile file, InstantSource clock, int most) {
        this.file = file;
        this.clock = clock;
        people = new LruCache<>(most);
        file.read().forEach(people::put);
    }

    /** Empty where Slack has to be asked. */
    Optional<CachedMember> find(MemberQuery query) {
        Instant now = clock.instant();
        return people.get(query.text()).filter(each -> each.isValidAt(now));
    }

    /** In the file when this returns, unless that cannot be written. Threads that come at once share a write. */
    void remember(MemberQuery query, CachedMember remembered) {
        people.put(query.text(), remembered);
        unsaved.set(true);
        synchronized (file) {
            if (unsaved.getAndSet(false)) {
                file.write(valid());
            }
        }
    }

    private Map<String, CachedMember> valid() {
        Instant now = clock.instant();
        Map<String, CachedMember> valid = people.copy();
        valid.values().removeIf(each -> !each.isValidAt(now));
        return valid;
    }
}
