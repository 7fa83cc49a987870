package io.jenkins.plugins.slacknotify.interaction.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionAuthor;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionIds;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Makes mutes, by whatever way a member asks for one: a command, or a button. */
final class MuteMaker {
    private static final String NOT_IN_IT =
            "I am not in this conversation, so nothing of mine arrives here, and nothing was muted.";

    private static final String UNKNOWN =
            "Slack does not tell me whether I am in this conversation, so nothing was muted. Ask again in a minute. If that does not help, the"
                    + " app lacks the scope `channels:read`, or `groups:read` for a private channel.";

    private final SubscriptionControl control;

    MuteMaker(SubscriptionControl control) {
        this.control = control;
    }

    /**
     * A wish for a mute: what is silenced, and for how long.
     *
     * @param job that the member may read; its next good build ends a mute until it is fixed
     * @param allBranches whether the other branches of its project are silenced as well
     * @param forChannel whether the whole channel hears nothing, and not only the member
     * @param until when it ends; null where only the next good build ends it
     */
    record Wish(
            JobReference job,
            boolean allBranches,
            boolean forChannel,
            @CheckForNull Instant until) {
        List<String> patterns() {
            String name = job.fullName();
            int slash = name.lastIndexOf('/');
            return allBranches && slash > 0 ? List.of(name.substring(0, slash) + "/**") : List.of(name);
        }
    }

    /**
     * Mutes, for the account of the member who asks.
     *
     * @param channelName as the request tells it; null where it does not
     * @return the answer: for all where the channel hears nothing from now on
     */
    Answer mute(RequestOrigin origin, MemberAccount.Linked account, @CheckForNull String channelName, Wish wish) {
        return mute(origin, account, channelName, wish, () -> false).orElseThrow();
    }

    /**
     * Mutes on the same terms, unless another request has done so.
     *
     * @param isSecond whether another one has; asked right before something is stored
     * @return empty where another one has
     */
    Optional<Answer> mute(
            RequestOrigin origin,
            MemberAccount.Linked account,
            @CheckForNull String channelName,
            Wish wish,
            BooleanSupplier isSecond) {
        Optional<SubscriptionAuthor> author = SubscriptionMaker.author(origin, account);
        Optional<SubscriptionTarget> target =
                wish.forChannel() ? control.target(origin, channelName) : Optional.empty();
        if (author.isEmpty()) {
            return refuse("Slack does not say who asks, so nothing was muted.");
        }
        if (wish.forChannel() && target.filter(at -> !at.isDirectMessage()).isEmpty()) {
            return refuse(
                    "This is not a channel in which Jenkins has a bot, so nothing was muted. You can mute it for yourself alone.");
        }
        Optional<String> refusal = target.flatMap(at -> refusal(origin, at));
        if (refusal.isPresent()) {
            return refuse(refusal.get() + " You can mute it for yourself alone.");
        }
        Instant until = wish.until();
        if (until != null && !until.isAfter(control.now().toInstant())) {
            return refuse("The time for which "
                    + (wish.forChannel() ? "this channel" : "you")
                    + " should hear nothing is over by now. Mute it again if you need it still.");
        }
        if (isSecond.getAsBoolean()) {
            return Optional.empty();
        }
        return Optional.of(add(new Mute(
                SubscriptionIds.of(origin.id()),
                author.get(),
                target.orElse(null),
                wish.patterns(),
                until,
                until == null ? wish.job().fullName() : null,
                origin.receivedAt())));
    }

    private static Optional<Answer> refuse(String sentence) {
        return Optional.of(Answer.ephemeral(sentence));
    }

    private Answer add(Mute mute) {
        try {
            control.mutes().add(mute);
        } catch (IllegalStateException e) {
            return Answer.ephemeral(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("A mute cannot be written", e);
        }
        String what = SubscriptionSentences.jobs(mute.jobs()) + " "
                + SubscriptionSentences.end(mute) + ". `unmute " + mute.id()
                + "` ends that.";
        return mute.isPersonal()
                ? Answer.ephemeral("You hear nothing in direct messages of " + what)
                : Answer.inChannel("<@" + mute.author().member() + "> has muted this channel for " + what);
    }

    /**
     * Explains why a conversation is not muted. Its id is what the request says, and a mute counts for whatever bot would write there. So
     * the bot of the workspace has to see it: whoever knows the secret of the app of one workspace could silence another one otherwise.
     */
    private Optional<String> refusal(RequestOrigin origin, SubscriptionTarget target) {
        Optional<Boolean> isReached = control.reaches(origin);
        if (isReached.isEmpty()) {
            return target.workspace() == null ? Optional.empty() : Optional.of(UNKNOWN);
        }
        return isReached.get() ? Optional.empty() : Optional.of(NOT_IN_IT);
    }
}
