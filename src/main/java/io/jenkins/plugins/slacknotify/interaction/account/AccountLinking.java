package io.jenkins.plugins.slacknotify.interaction.account;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount.HelpLink;
import java.util.Optional;

/** Links members with accounts, and unlinks them. Safe for use by many threads. */
public final class AccountLinking {
    private final AccountLinks links;
    private final LinkRequests requests;
    private final JenkinsPages pages;

    public AccountLinking(AccountLinks links, LinkRequests requests, JenkinsPages pages) {
        this.links = links;
        this.requests = requests;
        this.pages = pages;
    }

    /**
     * Opens a request to link an account with the member who asks.
     *
     * @return the page on which its owner confirms; empty where there is none, as {@link JenkinsPages} says, or no member asks
     */
    public Optional<HelpLink> link(RequestOrigin origin) {
        String member = origin.userId();
        return member == null ? Optional.empty() : link(new LinkRequest(origin.installation(), member));
    }

    Optional<HelpLink> link(LinkRequest request) {
        return pages.linking(requests.open(request)).map(url -> new HelpLink("Link my Jenkins account", url));
    }

    /**
     * Removes the link of the member who asks, as of when that was: one that was made since is another one.
     *
     * @return the id of the account; empty where there was no such link
     */
    public Optional<String> unlink(RequestOrigin origin) {
        String member = origin.userId();
        return member == null
                ? Optional.empty()
                : origin.installation()
                        .id()
                        .flatMap(installation -> links.unlink(installation, member, origin.receivedAt()));
    }
}
