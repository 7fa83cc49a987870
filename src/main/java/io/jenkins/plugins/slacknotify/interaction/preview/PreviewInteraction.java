package io.jenkins.plugins.slacknotify.interaction.preview;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinking;
import io.jenkins.plugins.slacknotify.interaction.account.LinkRequests;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount.Reason;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.BuildAddress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.message.MessageRenderer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The previews of links to builds of this Jenkins: a card with what happened to the build, and its footer.
 *
 * <p><b>Guaranteed:</b> whoever has posted the link has a linked account which may read the build at this moment. What it may not
 * read gets no preview, as what is not there. All who read the message see the card.
 *
 * <p><b>Not guaranteed:</b> that a preview comes. Nothing is kept or repeated, and a card does not change with its build.
 *
 * <p>Safe for use by many threads, as far as its ports are.
 */
public final class PreviewInteraction implements Interaction {
    private static final Logger LOGGER = Logger.getLogger(PreviewInteraction.class.getName());
    private static final SeverityPolicy SEVERITIES = SeverityPolicy.defaults();

    /** The most previews of a message. */
    static final int MAX_LINKS = 5;

    private final MemberAccounts accounts;
    private final AccountLinking linking;
    private final InvitedMembers invited;
    private final BuildControl control;
    private final Previews previews;
    private final MessageRenderer renderer = new MessageRenderer();

    /** @param accounts opens no requests to link an account */
    public PreviewInteraction(
            MemberAccounts accounts,
            AccountLinking linking,
            InvitedMembers invited,
            BuildControl control,
            Previews previews) {
        this.accounts = accounts;
        this.linking = linking;
        this.invited = invited;
        this.control = control;
        this.previews = previews;
    }

    @Override
    public boolean accepts(InboundRequest request) {
        return request instanceof LinkShared;
    }

    /** {@inheritDoc} Links that lead elsewhere end here. */
    @Override
    public Decision receive(InboundRequest request) {
        return request instanceof LinkShared shared && !builds(shared).isEmpty()
                ? Decision.handle(Acknowledgement.EMPTY)
                : Decision.nothingMore(Acknowledgement.EMPTY);
    }

    @Override
    public void handle(InboundRequest request) {
        if (!(request instanceof LinkShared shared)) {
            return;
        }
        Map<String, BuildAddress> builds = builds(shared);
        if (builds.isEmpty()) {
            return;
        }
        MemberAccount account = accounts.of(shared.origin());
        if (account instanceof MemberAccount.Linked linked) {
            show(shared, linked.id(), builds);
        } else if (account instanceof MemberAccount.None none
                && (none.reason() == Reason.UNLINKED || none.reason() == Reason.ACCOUNT_GONE)) {
            invite(shared);
        }
    }

    /** The links to builds of this Jenkins, each build once, by their addresses. */
    private Map<String, BuildAddress> builds(LinkShared shared) {
        Map<String, BuildAddress> builds = new LinkedHashMap<>();
        control.rootUrl()
                .ifPresent(root -> shared.links()
                        .forEach(link -> BuildAddress.readBuild(link.url(), root)
                                .filter(address -> builds.size() < MAX_LINKS && !builds.containsValue(address))
                                .ifPresent(address -> builds.putIfAbsent(link.url(), address))));
        return builds;
    }

    private void show(LinkShared shared, String account, Map<String, BuildAddress> builds) {
        Map<String, String> cards = new LinkedHashMap<>();
        Set<BuildReference> shown = new HashSet<>();
        try {
            builds.forEach((url, address) -> build(account, address)
                    .filter(shown::add)
                    .flatMap(build -> control.facts(account, build))
                    .ifPresent(event -> cards.put(url, card(event))));
        } catch (RuntimeException e) { // Of the security realm, or of a build whose files are damaged.
            LOGGER.log(Level.FINE, "There is no preview of links, as a build could not be read", e);
            return;
        }
        if (!cards.isEmpty()) {
            previews.show(shared, cards);
        }
    }

    private Optional<BuildReference> build(String account, BuildAddress address) {
        Integer number = address.number();
        return number == null
                ? control.lastBuild(account, address.job())
                : Optional.of(new BuildReference(address.job(), number));
    }

    private String card(BuildEvent event) {
        return renderer.renderCard(event, SEVERITIES.rate(event));
    }

    /** Asks once, when a message is posted: who only types may still change their mind. */
    private void invite(LinkShared shared) {
        String member = shared.origin().userId();
        String installation = shared.origin().installation().id().orElse(null);
        if (shared.message() == null || member == null || installation == null || !invited.add(installation, member)) {
            return;
        }
        boolean isAsked = linking.link(shared.origin())
                .map(page -> previews.invite(
                        shared,
                        "Jenkins shows what your links to builds lead to, once it knows who you are there. The address is for you alone, and valid for "
                                + LinkRequests.VALIDITY.toMinutes()
                                + " minutes; after that, send me `link`. I do not ask again.",
                        page.url()))
                .orElse(false);
        if (!isAsked) {
            invited.remove(installation, member);
        }
    }
}
