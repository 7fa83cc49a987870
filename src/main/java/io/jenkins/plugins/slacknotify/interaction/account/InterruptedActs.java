package io.jenkins.plugins.slacknotify.interaction.account;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the effect of an interrupted attempt at an act. It is found by the request and not by the member: the effect is there
 * even if the member has unlinked the account since.
 */
public final class InterruptedActs {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final ActResult LATER = new ActResult.Later(
            PAUSE,
            "Neither Slack nor the security realm says at this moment who has asked",
            Answer.ephemeral(
                    "Jenkins was interrupted while it did what you have asked for, and cannot find out who you are, so"
                            + " perhaps it was done: look in Jenkins. If it was not, ask again."));
    private static final ActResult DONE = ActResult.say("What you have asked for was done."
            + " Jenkins was interrupted before it could say so, and you may act for no account of Jenkins now:"
            + " `whoami` says why.");
    private static final ActResult PERHAPS_DONE = ActResult.say(
            "Jenkins was interrupted while it did what you have asked for, so perhaps it was done: look in Jenkins."
                    + " Nothing more is done now, as you may act for no account of Jenkins: `whoami` says why.");

    private InterruptedActs() {}

    /**
     * Finds an effect, and answers the member who has asked for it.
     *
     * @param effect looks for it, without an account; called where it is known who the member is. What it says is for a linked
     *     member alone
     * @return empty where there surely is none; {@link ActResult.Later} where nobody knows at this moment
     */
    public static Optional<ActResult> find(
            MemberAccounts accounts, RequestOrigin origin, Supplier<Optional<ActResult>> effect) {
        return find(accounts, origin, effect, linked -> effect.get());
    }

    /**
     * Finds the effect of an act that keeps what it has chosen before it has an effect.
     *
     * @param isChosen whether it has come so far
     * @param ofLinked looks for the effect for a linked member
     */
    public static Optional<ActResult> find(
            MemberAccounts accounts, RequestOrigin origin, boolean isChosen, EffectLookup ofLinked) {
        return find(accounts, origin, () -> isChosen ? Optional.of(PERHAPS_DONE) : Optional.empty(), ofLinked);
    }

    /** Something that finds an effect for the account of the member. */
    @FunctionalInterface
    public interface EffectLookup {
        Optional<ActResult> find(MemberAccount.Linked member);
    }

    private static Optional<ActResult> find(
            MemberAccounts accounts,
            RequestOrigin origin,
            Supplier<Optional<ActResult>> ofNobody,
            EffectLookup ofLinked) {
        try {
            MemberAccount account = accounts.withoutInvitation().of(origin);
            if (account instanceof MemberAccount.Linked linked) {
                return ofLinked.find(linked);
            }
            return ((MemberAccount.None) account).reason() == MemberAccount.Reason.UNAVAILABLE
                    ? Optional.of(LATER)
                    : ofNobody.get()
                            .map(found -> found instanceof ActResult.Later || found == PERHAPS_DONE ? found : DONE);
        } catch (AccountsUnavailableException e) {
            return Optional.of(LATER);
        }
    }
}
