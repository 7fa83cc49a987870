package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.FileShow;
import io.jenkins.plugins.slacknotify.engine.notification.FileUpload;
import io.jenkins.plugins.slacknotify.engine.notification.LaneKey;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.Reaction;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.outbox.Pace;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The pace of the outbox, within Slack's rate limits, so that an answer 429 is the exception: at most 60 messages a minute to one channel,
 * in bursts of three at the most; 240 messages, 50 updates and 85 files a minute to one workspace. Slack documents "about one message a
 * second" for a channel, "several hundred a minute" for a workspace, 50 and more for {@code chat.update} (tier 3), and 100 and more for
 * each method of an upload (tier 4).
 *
 * <p>A part of a workspace's messages is left for urgent ones, so that a flood of harmless news does not delay them.
 *
 * <p>Safe for use by many threads.
 */
public final class SlackPace implements Pace {
    private static final int CHANNEL_BURST = 3;
    private static final Duration CHANNEL_INTERVAL = Duration.ofMillis(1_050);
    private static final int POST_BURST = 20;
    private static final Duration POST_INTERVAL = Duration.ofMillis(275);
    private static final int UPDATE_BURST = 3;
    private static final Duration UPDATE_INTERVAL = Duration.ofMillis(1_300);

    private static final int UPLOAD_BURST = 5;
    private static final Duration UPLOAD_INTERVAL = Duration.ofMillis(700);

    private static final int LEFT_FOR_URGENT = 3;

    private static final int BUCKETS_KEPT = 1_000;

    private final Map<String, TokenBucket> buckets = new HashMap<>();
    private final InstantSource clock;

    public SlackPace(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Duration tryAcquire(Delivery delivery) {
        @CheckForNull
        Notification notification = NotificationCodec.read(delivery).orElse(null);
        // Posts nothing itself.
        return notification instanceof PeopleLookup ? Duration.ZERO : tryAcquire(delivery, notification);
    }

    private synchronized Duration tryAcquire(Delivery delivery, @CheckForNull Notification notification) {
        Instant now = clock.instant();
        forgetFull(now);
        String lane = delivery.entry().lane();
        if (notification instanceof FileUpload) {
            return leave(bucket("upload " + LaneKey.account(lane), UPLOAD_BURST, UPLOAD_INTERVAL, now), now);
        }
        TokenBucket channel = bucket("channel " + lane, CHANNEL_BURST, CHANNEL_INTERVAL, now);
        TokenBucket method = updates(notification)
                ? bucket("update " + LaneKey.account(lane), UPDATE_BURST, UPDATE_INTERVAL, now)
                : bucket("post " + LaneKey.account(lane), POST_BURST, POST_INTERVAL, now);
        boolean urgent = delivery.entry().urgency() >= Severity.ERROR.ordinal();
        Duration forChannel = channel.untilNext(0, now);
        Duration forMethod = method.untilNext(urgent ? 0 : LEFT_FOR_URGENT, now);
        Duration pause = forChannel.compareTo(forMethod) > 0 ? forChannel : forMethod;
        if (pause.isZero()) {
            channel.take();
            method.take();
        }
        return pause;
    }

    /** Returns whether a message could be changed in a lane without any other one having to wait for that. */
    public synchronized boolean isUnused(String lane) {
        Instant now = clock.instant();
        return Stream.of("channel " + lane, "update " + LaneKey.account(lane))
                .map(buckets::get)
                .allMatch(bucket -> bucket == null || bucket.isFull(now));
    }

    private static Duration leave(TokenBucket bucket, Instant now) {
        Duration pause = bucket.untilNext(0, now);
        if (pause.isZero()) {
            bucket.take();
        }
        return pause;
    }

    /**
     * The bot of a lane, whose limits its channels share. What is for people has workers of its own, because it has to ask the
     * security realm, and no channel is to wait for that.
     */
    @Override
    public String account(String lane) {
        return LaneKey.account(lane) + (LaneKey.isOfPeople(lane) ? " in person" : "");
    }

    /** Reactions have the tier of updates. Slack counts them by themselves; together they are fewer than it takes. */
    private static boolean updates(@CheckForNull Notification notification) {
        return notification instanceof Reaction
                || notification instanceof FileShow
                || notification != null && notification.changesMessage();
    }

    /** Forgets the buckets that are full. A full bucket allows as much as a new one. */
    private void forgetFull(Instant now) {
        if (buckets.size() > BUCKETS_KEPT) {
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
    }

    private TokenBucket bucket(String name, int burst, Duration interval, Instant now) {
        return buckets.computeIfAbsent(name, unused -> new TokenBucket(burst, interval, now));
    }
}
