package io.jenkins.plugins.slacknotify.control.source;

import io.jenkins.plugins.slacknotify.interaction.account.AccountLinking;
import io.jenkins.plugins.slacknotify.interaction.account.LinkedMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.personal.SignInAge;
import io.jenkins.plugins.slacknotify.personal.SlackLinks;
import java.time.Clock;

/** The accounts of members, for all interactions that act for them. */
public final class MemberAccountsSource {
    private MemberAccountsSource() {}

    /** Makes the port that finds the account of a member. It remembers for a minute what Slack says. */
    public static MemberAccounts members() {
        SlackLinks links = SlackLinks.get();
        return new LinkedMemberAccounts(
                SharedMemberProfiles.get(), links, linking(), links, SignInAge::limit, Clock.systemUTC());
    }

    static AccountLinking linking() {
        SlackLinks links = SlackLinks.get();
        return new AccountLinking(links, links.requests(), links);
    }
}
