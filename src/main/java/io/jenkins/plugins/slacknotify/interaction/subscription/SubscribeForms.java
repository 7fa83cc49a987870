package io.jenkins.plugins.slacknotify.interaction.subscription;

import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.modal.ModalView;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens the form of a subscription, with everything filled in and with how loud it would have been. */
public final class SubscribeForms {
    private final SubscriptionControl control;
    private final Modals modals;

    public SubscribeForms(SubscriptionControl control, Modals modals) {
        this.control = control;
        this.modals = modals;
    }

    /**
     * Opens the form.
     *
     * @param pattern for the jobs, of which the account may read one at least; empty where nothing is known
     * @return what to say to the one who asks; empty where Slack does not let a form be opened, as after a message
     */
    Optional<Answer> open(RequestOrigin origin, MemberAccount.Linked account, String pattern) {
        return modals.open(origin, ModalView.saying("Jenkins", "Asking Jenkins…"))
                .filter(view -> modals.update(origin, view, view(origin, account, pattern)))
                .map(view -> Answer.ephemeral("I have opened a form."));
    }

    private String view(RequestOrigin origin, MemberAccount.Linked account, String pattern) {
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
