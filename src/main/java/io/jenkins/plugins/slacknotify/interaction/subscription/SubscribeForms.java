package io.jenkins.plugins.slacknotify.interaction.subscription;

import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.modal.FormOpener;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import java.util.List;
import java.util.Set;

/** Opens the form of a subscription, with everything filled in and with how loud it would have been. */
public final class SubscribeForms {
    private final SubscriptionControl control;
    private final SubscriptionMaker subscribing;
    private final FormOpener opener;

    public SubscribeForms(SubscriptionControl control, Modals modals) {
        this.control = control;
        this.subscribing = new SubscriptionMaker(control);
        this.opener = new FormOpener(modals);
    }

    /**
     * Opens the form. Nothing is subscribed without it: who has closed it, or was too late, has chosen nothing.
     *
     * @param pattern for the jobs, of which the account may read one at least; empty where nothing is known
     * @param otherwise what the member can do where the form cannot be shown, as a sentence
     * @return what to say to the one who asks
     */
    Answer open(RequestOrigin origin, MemberAccount.Linked account, String pattern, String otherwise) {
        FormOpener.Outcome outcome = opener.open(origin, () -> view(origin, account, pattern), otherwise);
        return Answer.ephemeral(
                switch (outcome) {
                    case SHOWN -> "I have opened a window.";
                    case NOT_OPENED -> "Nothing was subscribed. " + FormOpener.NO_FORM + " " + otherwise;
                    case NOT_SHOWN ->
                        "Nothing was subscribed: the form could not be shown, or you have closed it. " + otherwise;
                });
    }

    /** Returns the form, or a window that says why nothing can be subscribed here. */
    private String view(RequestOrigin origin, MemberAccount.Linked account, String pattern) {
        return subscribing
                .refusal(origin, account)
                .map(FormOpener::saying)
                .orElseGet(() -> form(origin, account, pattern));
    }

    private String form(RequestOrigin origin, MemberAccount.Linked account, String pattern) {
        if (pattern.isEmpty()) {
            return SubscribeView.of("", "Say which jobs this channel is to hear of.", origin.channelId());
        }
        SubscriptionFilter filter =
                new SubscriptionFilter(List.of(pattern), List.of(), Set.of(), Severity.INFO, List.of());
        return SubscribeView.of(
                pattern,
                "With what is filled in, there would have been "
                        + control.forecast(account.id(), filter).sentence() + ".",
                origin.channelId());
    }
}
