package io.jenkins.plugins.slacknotify.interaction.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionAuthor;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionIds;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes subscriptions, by whatever way a member asks for one. */
final class SubscriptionMaker {
    private static final Logger LOGGER = Logger.getLogger(SubscriptionMaker.class.getName());
    private static final String NOWHERE =
            "Jenkins has no bot that could write here, so nothing was subscribed. Ask for it in a channel of a workspace that an administrator of"
                    + " Jenkins has set up.";

    private static final String NOT_IN_IT =
            "I am not in this conversation, so no message of mine would arrive, and nothing was subscribed. If it is a channel, invite"
                    + " me (`/invite`) and ask again. Nobody can invite me into a direct message of several people: make a channel of"
                    + " it, or write to me alone.";

    private final SubscriptionControl control;

    SubscriptionMaker(SubscriptionControl control) {
        this.control = control;
    }

    static Optional<SubscriptionAuthor> author(RequestOrigin origin, MemberAccount.Linked account) {
        String member = origin.userId();
        return member == null
                ? Optional.empty()
                : origin.installation()
                        .id()
                        .map(installation -> new SubscriptionAuthor(account.id(), installation, member));
    }

    /**
     * Subscribes the conversation of a request. What the account may read is for the caller to look at; it is asked again for
     * each message.
     *
     * @param channelName as the request tells it; null where it does not
     * @return the answer for all, or why it was not done, for the one who asks
     */
    Answer subscribe(
            RequestOrigin origin,
            MemberAccount.Linked account,
            @CheckForNull String channelName,
            SubscriptionFilter filter) {
        return subscribe(origin, account, channelName, filter, () -> false).orElseThrow();
    }

    /**
     * Subscribes on the same terms, unless another request has done so.
     *
     * @param isSecond whether another one has; asked right before something is stored
     * @return empty where another one has
     */
    Optional<Answer> subscribe(
            RequestOrigin origin,
            MemberAccount.Linked account,
            @CheckForNull String channelName,
            SubscriptionFilter filter,
            BooleanSupplier isSecond) {
        Optional<SubscriptionAuthor> author = author(origin, account);
        Optional<SubscriptionTarget> target = control.target(origin, channelName);
        return refusal(author, target)
                .map(SubscriptionMaker::refuse)
                .orElseGet(
                        () -> subscribeReached(origin, author.orElseThrow(), target.orElseThrow(), filter, isSecond));
    }

    /** Explains why the conversation of a request cannot be subscribed, for who has not chosen yet what to; empty where it can. Asks Slack. */
    Optional<String> refusal(RequestOrigin origin, MemberAccount.Linked account) {
        Optional<SubscriptionTarget> target = control.target(origin, null);
        return refusal(author(origin, account), target)
                .or(() -> isReached(origin, target.orElseThrow())
                        .filter(isReached -> !isReached)
                        .map(isReached -> NOT_IN_IT));
    }

    private Optional<String> refusal(Optional<SubscriptionAuthor> author, Optional<SubscriptionTarget> target) {
        if (author.isEmpty() || target.isEmpty()) {
            return Optional.of(NOWHERE);
        }
        return target.get().isDirectMessage() && target.get().workspace() != null
                ? Optional.of(
                        "Jenkins writes to people in its own workspace alone, so nothing was subscribed. Ask for it in a channel.")
                : control.refusal(author.get(), target.get());
    }

    private Optional<Boolean> isReached(RequestOrigin origin, SubscriptionTarget target) {
        return target.isDirectMessage() ? Optional.of(true) : control.reaches(origin);
    }

    private static Optional<Answer> refuse(String sentence) {
        return Optional.of(Answer.ephemeral(sentence));
    }

    /** Does not accept what would never arrive, where Slack says so. */
    private Optional<Answer> subscribeReached(
            RequestOrigin origin,
            SubscriptionAuthor author,
            SubscriptionTarget target,
            SubscriptionFilter filter,
            BooleanSupplier isSecond) {
        Optional<Boolean> isReached = isReached(origin, target);
        if (isReached.isPresent() && !isReached.get()) {
            return refuse(NOT_IN_IT);
        }
        String hint = isReached.isEmpty() && target.name() == null
                ? " If it is private, invite me: I cannot write to it otherwise."
                : "";
        return isSecond.getAsBoolean()
                ? Optional.empty()
                : Optional.of(subscribe(origin, author, target, filter, hint));
    }

    private Answer subscribe(
            RequestOrigin origin,
            SubscriptionAuthor author,
            SubscriptionTarget target,
            SubscriptionFilter filter,
            String hint) {
        try {
            Subscription made = control.subscriptions().add(SubscriptionIds.of(origin.id()), author, target, filter);
            String what = SubscriptionSentences.filter(filter) + ": " + forecast(author.account(), filter)
                    + ". `unsubscribe " + made.id() + "` ends that."
                    + orElseOnFailure("", () -> warningAboutUnknown(filter.mention()));
            return target.isDirectMessage()
                    ? Answer.ephemeral("I tell you of " + what)
                    : Answer.inChannel("<@" + author.member() + "> has subscribed this channel to " + what + hint);
        } catch (IllegalStateException e) {
            return Answer.ephemeral(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("A subscription cannot be written", e);
        }
    }

    /** Says how many messages the subscription would have sent lately and, for none, whether its branches or its severity exclude them. */
    private String forecast(String account, SubscriptionFilter filter) {
        return orElseOnFailure(
                "how many messages that makes is not known at the moment", () -> forecastNow(account, filter));
    }

    /** Returns a sentence, or {@code otherwise} where that fails: the subscription is made, so its member must not be told to try again. */
    private static String orElseOnFailure(String otherwise, Supplier<String> sentence) {
        try {
            return sentence.get();
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "What is said of a new subscription is not whole", e);
            return otherwise;
        }
    }

    private String forecastNow(String account, SubscriptionFilter filter) {
        Forecast forecast = control.forecast(account, filter);
        boolean isNarrow = !filter.branches().isEmpty() || filter.minimumSeverity() != Severity.INFO;
        if (!isNarrow || forecast.messages() > 0 || !forecast.complete()) {
            return forecast.sentence();
        }
        Forecast others = control.forecast(
                account,
                new SubscriptionFilter(filter.jobs(), List.of(), filter.events(), Severity.INFO, filter.mention()));
        return forecast.sentence()
                + (others.messages() == 0 ? "" : ", and " + others.number() + " of any branch and severity");
    }

    /** Warns of ids in a mention that Slack has not written itself, and that may be nobody's. Names are not shown to the channel. */
    private String warningAboutUnknown(List<String> mention) {
        int unknown = control.unknown(mention).size();
        String which = mention.size() == 1 ? "the mention" : unknown + " of the mentions";
        return unknown == 0
                ? ""
                : " I find nobody by " + which + ": choose people and groups from what Slack offers behind an `@`.";
    }
}
