package io.jenkins.plugins.slacknotify.interaction.preview;

import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinking;
import io.jenkins.plugins.slacknotify.interaction.account.LinkRequests;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount.Reason;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Shows previews of links to pages of this Jenkins: a card for each page, with its content at this moment.
 *
 * <p><b>Guaranteed:</b> whoever has posted the link has a linked account which may read the page at this moment. What it may not
 * read gets no preview, as what is not there. All who read the message see the card.
 *
 * <p><b>Not guaranteed:</b> that a preview comes. The first one is not kept or repeated. {@link LivePreviews} keeps those of running
 * builds up to date, in messages that are posted.
 *
 * <p>Safe for use by many threads, as far as its ports are.
 */
public final class PreviewInteraction implements Interaction {
    private static final Logger LOGGER = Logger.getLogger(PreviewInteraction.class.getName());

    private final MemberAccounts accounts;
    private final AccountLinking linking;
    private final InvitedMembers invited;
    private final LinkCards cards;
    private final Previews previews;
    private final LivePreviews live;
    private final Supplier<Set<Ability>> abilities;

    /**
     * @param accounts opens no requests to link an account
     * @param abilities those that are on at the moment
     */
    public PreviewInteraction(
            MemberAccounts accounts,
            AccountLinking linking,
            InvitedMembers invited,
            LinkCards cards,
            Previews previews,
            LivePreviews live,
            Supplier<Set<Ability>> abilities) {
        this.accounts = accounts;
        this.linking = linking;
        this.invited = invited;
        this.cards = cards;
        this.previews = previews;
        this.live = live;
        this.abilities = abilities;
    }

    @Override
    public boolean accepts(InboundRequest request) {
        return request instanceof LinkShared;
    }

    /** {@inheritDoc} Links that lead elsewhere end here. */
    @Override
    public Decision receive(InboundRequest request) {
        return request instanceof LinkShared shared && !addresses(shared).isEmpty()
                ? Decision.handle(Acknowledgement.EMPTY)
                : Decision.nothingMore(Acknowledgement.EMPTY);
    }

    private List<String> addresses(LinkShared shared) {
        return cards.known(shared.links());
    }

    @Override
    public void handle(InboundRequest request) {
        if (!(request instanceof LinkShared shared)) {
            return;
        }
        List<String> addresses = addresses(shared);
        PreviewTarget target = PreviewTarget.of(shared).orElse(null);
        if (addresses.isEmpty()) {
            return;
        }
        if (target == null) {
            LOGGER.log(Level.FINE, "Slack does not say which message has the links, so there is no preview");
            return;
        }
        MemberAccount account = accounts.of(shared.origin());
        if (account instanceof MemberAccount.Linked linked) {
            show(shared, target, linked.id(), addresses);
        } else if (account instanceof MemberAccount.None none
                && (none.reason() == Reason.UNLINKED || none.reason() == Reason.ACCOUNT_GONE)) {
            invite(shared, target);
        }
    }

    private void show(LinkShared shared, PreviewTarget target, String account, List<String> addresses) {
        LinkCards.Cards made;
        try {
            made = cards.of(account, LinkContext.of(shared), addresses);
        } catch (RuntimeException e) { // The security realm does not answer, or a build has damaged files.
            LOGGER.log(Level.FINE, "There is no preview of links, as a page could not be read", e);
            return;
        }
        boolean isShown = !made.blocks().isEmpty() && previews.show(target, made.blocks());
        // A message that is being typed gets its previews anew when it is posted.
        String member = shared.origin().userId();
        if (isShown && made.isUnderWay() && shared.message() != null && member != null) {
            live.follow(target, member, account, addresses, made);
        }
    }

    /** Says what a member can do when the address is not valid any more; empty where nothing that asks for another one is on. */
    private Optional<String> wayToAnotherAddress() {
        Set<Ability> on = abilities.get();
        if (on.contains(Ability.COMMANDS)) {
            return Optional.of("send me `link`");
        }
        return on.contains(Ability.HOME) ? Optional.of("open my Home tab") : Optional.empty();
    }

    /**
     * Asks when a message is posted, as who only types may still change their mind: once, or each time when the address of before is over,
     * where nothing else gives another one.
     */
    private void invite(LinkShared shared, PreviewTarget target) {
        String member = shared.origin().userId();
        String installation = shared.origin().installation().id().orElse(null);
        Optional<String> other = wayToAnotherAddress();
        if (shared.message() == null
                || member == null
                || installation == null
                || !invited.add(
                        installation,
                        member,
                        shared.origin().receivedAt(),
                        other.isEmpty() ? LinkRequests.VALIDITY : null)) {
            return;
        }
        boolean isAsked = linking.link(shared.origin())
                .map(page -> previews.invite(
                        target,
                        "Jenkins shows what your links lead to, once it knows who you are there. The address is for you alone, and valid for "
                                + LinkRequests.VALIDITY.toMinutes()
                                + " minutes"
                                + other.map(way -> "; after that, " + way + ". I do not ask again.")
                                        .orElse("; after that, a link of yours brings another one."),
                        page.url()))
                .orElse(false);
        if (!isAsked) {
            invited.remove(installation, member);
        }
    }
}
