package io.jenkins.plugins.slacknotify.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.List;

/** A mute as it is written in the file. The names are those in the file. */
record StoredMute(
        String id,
        String account,
        String installation,
        String member,
        @CheckForNull String workspace,
        @CheckForNull String channel,
        @CheckForNull String channelName,
        List<String> jobs,
        @CheckForNull String until,
        @CheckForNull String untilFixed,
        String since) {

    static StoredMute of(Mute mute) {
        SubscriptionTarget target = mute.target();
        Instant until = mute.until();
        return new StoredMute(
                mute.id(),
                mute.author().account(),
                mute.author().installation(),
                mute.author().member(),
                target == null ? null : target.workspace(),
                target == null ? null : target.channel(),
                target == null ? null : target.name(),
                mute.jobs(),
                until == null ? null : until.toString(),
                mute.untilFixed(),
                mute.since().toString());
    }

    /** @throws RuntimeException where the file says something else than this version knows */
    Mute toMute() {
        return new Mute(
                id,
                new SubscriptionAuthor(account, installation, member),
                channel == null ? null : new SubscriptionTarget(workspace, channel, channelName),
                jobs,
                until == null ? null : Instant.parse(until),
                untilFixed,
                Instant.parse(since));
    }
}
