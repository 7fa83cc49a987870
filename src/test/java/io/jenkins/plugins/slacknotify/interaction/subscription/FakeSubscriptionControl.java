package io.jenkins.plugins.slacknotify.interaction.subscription;

import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.Mutes;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionAuthor;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import io.jenkins.plugins.slacknotify.subscription.Subscriptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Subscriptions and mutes in a folder, and settings in memory. */
public final class FakeSubscriptionControl implements SubscriptionControl {
    private final Subscriptions subscriptions;
    private final Mutes mutes;
    private final List<String> checked = new ArrayList<>();
    private String refusal;
    private boolean hasBot = true;
    private boolean knowsThePast = true;
    private Boolean isReached;
    private String workspace;

    /** A Sunday, at noon. */
    private Instant now = Requests.NOW;

    private ZoneId zone = ZoneOffset.UTC;

    public FakeSubscriptionControl(Path folder) {
        try {
            subscriptions = Subscriptions.in(folder, () -> now);
            mutes = Mutes.in(folder, () -> now, Runnable::run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has forecasts fail. */
    void forgetThePast() {
        knowsThePast = false;
    }

    /** Takes away the bot of the workspace. */
    void removeBot() {
        hasBot = false;
    }

    /** Sets what Slack says of the conversation; by default, nothing. */
    void reach(boolean newReached) {
        isReached = newReached;
    }

    /** Has requests come from another workspace than that of the system. */
    void comeFrom(String newWorkspace) {
        workspace = newWorkspace;
    }

    void refuse(String sentence) {
        refusal = sentence;
    }

    void passTo(Instant newNow) {
        now = newNow;
    }

    List<String> checked() {
        return checked;
    }

    @Override
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    public Mutes mutes() {
        return mutes;
    }

    @Override
    public List<Mute> mutesOf(String account) {
        return mutes.of(account);
    }

    @Override
    public Optional<SubscriptionTarget> target(RequestOrigin origin, String channelName) {
        return Optional.ofNullable(origin.channelId())
                .filter(channel -> hasBot)
                .map(channel -> new SubscriptionTarget(workspace, channel, channelName));
    }

    @Override
    public Optional<Boolean> reaches(RequestOrigin origin) {
        return Optional.ofNullable(isReached);
    }

    @Override
    public Optional<String> refusal(SubscriptionAuthor author, SubscriptionTarget target) {
        return Optional.ofNullable(refusal);
    }

    @Override
    public Forecast forecast(String account, SubscriptionFilter filter) {
        if (!knowsThePast) {
            throw new IllegalStateException("The realm does not answer");
        }
        return new Forecast(filter.branches().contains("none") ? 0 : 12, true);
    }

    /** Knows nobody but e-mail addresses. */
    @Override
    public List<String> unknown(List<String> mention) {
        return Mention.unresolvedNames(Mention.of(mention)).stream()
                .filter(name -> !name.contains("@"))
                .toList();
    }

    @Override
    public void check(List<Subscription> some) {
        some.forEach(one -> checked.add(one.id()));
    }

    void live(ZoneId newZone) {
        zone = newZone;
    }

    @Override
    public ZoneId zoneOf(String account) {
        return zone;
    }

    @Override
    public ZonedDateTime now() {
        return now.atZone(ZoneOffset.UTC);
    }
}
