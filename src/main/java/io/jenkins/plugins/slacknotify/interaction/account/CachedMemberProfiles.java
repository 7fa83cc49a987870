package io.jenkins.plugins.slacknotify.interaction.account;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Remembers for a minute what Slack has said of a member, so that a person who is at work costs one call a minute. Failures are
 * not remembered. Safe for use by many threads.
 */
public final class CachedMemberProfiles implements MemberProfiles {
    /** How old an answer may be; so long a member who was switched off goes on acting. */
    static final Duration MAX_AGE = Duration.ofMinutes(1);

    private static final int MAX_MEMBERS = 1_000;

    private record Key(InstallationKey installation, String member) {}

    private record Known(Instant at, SlackResult<Optional<MemberProfile>> result) {}

    private final MemberProfiles slack;
    private final InstantSource clock;
    private final LruCache<Key, Known> cache = new LruCache<>(MAX_MEMBERS);

    public CachedMemberProfiles(MemberProfiles slack, InstantSource clock) {
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public SlackResult<Optional<MemberProfile>> find(InstallationKey installation, String member) {
        Key key = new Key(installation, member);
        Instant now = clock.instant();
        return cache.get(key)
                .filter(known ->
                        !now.isBefore(known.at()) && now.isBefore(known.at().plus(MAX_AGE)))
                .map(Known::result)
                .orElseGet(() -> ask(key, now));
    }

    private SlackResult<Optional<MemberProfile>> ask(Key key, Instant now) {
        SlackResult<Optional<MemberProfile>> result = slack.find(key.installation(), key.member());
        if (result instanceof SlackResult.Success<Optional<MemberProfile>>) {
            cache.put(key, new Known(now, result));
        }
        return result;
    }
}
