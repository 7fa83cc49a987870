package io.jenkins.plugins.slacknotify.interaction.account;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.memory.ExpiringCache;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import java.time.Duration;
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

    private final MemberProfiles slack;
    private final ExpiringCache<Key, SlackResult<Optional<MemberProfile>>> cache;

    public CachedMemberProfiles(MemberProfiles slack, InstantSource clock) {
        this.slack = slack;
        cache = new ExpiringCache<>(MAX_MEMBERS, MAX_AGE, clock);
    }

    @Override
    public SlackResult<Optional<MemberProfile>> find(InstallationKey installation, String member) {
        Key key = new Key(installation, member);
        return cache.get(key).orElseGet(() -> ask(key));
    }

    private SlackResult<Optional<MemberProfile>> ask(Key key) {
        SlackResult<Optional<MemberProfile>> result = slack.find(key.installation(), key.member());
        if (result instanceof SlackResult.Success<Optional<MemberProfile>>) {
            cache.put(key, result);
        }
        return result;
    }
}
