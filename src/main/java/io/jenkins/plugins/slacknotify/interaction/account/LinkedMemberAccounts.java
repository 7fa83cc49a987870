package io.jenkins.plugins.slacknotify.interaction.account;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount.HelpLink;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount.None;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount.Reason;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds accounts by what Slack says of the member, and by the links that owners have proven.
 *
 * <p>Safe for use by many threads, as far as its ports are.
 */
public final class LinkedMemberAccounts implements MemberAccounts {
    private static final int MAX_NAME = 100;

    private final MemberProfiles profiles;
    private final AccountLinks links;

    /** Opens requests to link an account; null where members are not invited to do so. */
    @CheckForNull
    private final AccountLinking linking;

    private final JenkinsPages pages;
    private final Supplier<Duration> maxSignInAge;
    private final InstantSource clock;

    /**
     * @param linking null where nobody is invited to link an account
     * @param maxSignInAge how old groups may be that are known from a sign-in; zero for any age
     */
    public LinkedMemberAccounts(
            MemberProfiles profiles,
            AccountLinks links,
            @CheckForNull AccountLinking linking,
            JenkinsPages pages,
            Supplier<Duration> maxSignInAge,
            InstantSource clock) {
        this.profiles = profiles;
        this.links = links;
        this.linking = linking;
        this.pages = pages;
        this.maxSignInAge = maxSignInAge;
        this.clock = clock;
    }

    @Override
    public MemberAccounts withoutInvitation() {
        return new LinkedMemberAccounts(profiles, links, null, pages, maxSignInAge, clock);
    }

    @Override
    public MemberAccount of(RequestOrigin origin) {
        String member = origin.userId();
        String installation = origin.installation().id().orElse(null);
        if (member == null || installation == null) {
            return noAccount(Reason.NOBODY, "Slack does not say who asks, so nothing was done.");
        }
        if (origin.isFromOutside()) {
            return outsider();
        }
        return refusalOf(origin.installation(), member)
                .map(MemberAccount.class::cast)
                .orElseGet(() -> linked(origin.installation(), installation, member));
    }

    private Optional<None> refusalOf(InstallationKey installation, String member) {
        if (!(profiles.find(installation, member) instanceof SlackResult.Success<Optional<MemberProfile>> answer)) {
            return Optional.of(
                    noAccount(
                            Reason.UNAVAILABLE,
                            "Slack does not tell Jenkins who you are, so nothing was done. Ask again in a minute; if that does not help, an administrator finds the reason in Jenkins' log."));
        }
        return answer.value().map(profile -> refusalOf(installation, profile)).orElseGet(() -> Optional.of(outsider()));
    }

    private static Optional<None> refusalOf(InstallationKey installation, MemberProfile profile) {
        if (isOutside(installation, profile)) {
            return Optional.of(outsider());
        }
        if (profile.user().deactivated()) {
            return Optional.of(
                    noAccount(Reason.DEACTIVATED, "Slack says that this member is deactivated, so nothing was done."));
        }
        if (profile.user().bot()) {
            return Optional.of(noAccount(Reason.NOBODY, "A bot cannot act in Jenkins, so nothing was done."));
        }
        return profile.guest()
                ? Optional.of(
                        noAccount(
                                Reason.GUEST,
                                "You are a guest of this workspace, and Jenkins takes requests from full members only. Ask a member to do it for you."))
                : Optional.empty();
    }

    /** Workspaces of one organisation have ids of their own, so there the organisation decides. */
    private static boolean isOutside(InstallationKey installation, MemberProfile profile) {
        if (profile.stranger()) {
            return true;
        }
        boolean hasOwnTeam = profile.teamId() == null
                || installation.ids().anyMatch(profile.teamId()::equals)
                || (installation.enterpriseId() == null && installation.teamId() == null);
        return !hasOwnTeam
                && (profile.enterpriseId() == null || !profile.enterpriseId().equals(installation.enterpriseId()));
    }

    private MemberAccount linked(InstallationKey key, String installation, String member) {
        try {
            return account(links.find(installation, member), new LinkRequest(key, member));
        } catch (AccountsUnavailableException e) {
            return noAccount(
                    Reason.UNAVAILABLE,
                    "Jenkins cannot ask its security realm who you are at this moment, so nothing was done. Ask again in a minute.");
        }
    }

    private MemberAccount account(AccountLinks.State state, LinkRequest request) {
        if (state instanceof AccountLinks.State.Usable usable) {
            return usable(usable);
        }
        if (state instanceof AccountLinks.State.Blocked blocked) {
            return noAccount(
                    Reason.ACCOUNT_DISABLED,
                    "Your Jenkins account " + bold(blocked.account())
                            + " is disabled or locked, so nothing was done. Ask an administrator of Jenkins.");
        }
        if (state instanceof AccountLinks.State.Gone gone) {
            return withLink(
                    Reason.ACCOUNT_GONE,
                    "The Jenkins account that you have linked, " + bold(gone.account())
                            + ", is not yours any more, or not there.",
                    "Link the one that you have now.",
                    request);
        }
        return withLink(
                Reason.UNLINKED,
                "I do not know yet who you are in Jenkins.",
                "Link your account: sign in to Jenkins, and confirm there. The address is for you alone, and valid for "
                        + LinkRequests.VALIDITY.toMinutes() + " minutes.",
                request);
    }

    private MemberAccount usable(AccountLinks.State.Usable usable) {
        Duration limit = maxSignInAge.get();
        return usable.hasOldGroups(limit, clock.instant())
                ? new None(
                        Reason.SIGN_IN_TOO_OLD,
                        "Sign in to Jenkins as " + bold(usable.account())
                                + " once, and ask again. Jenkins learns your groups from that alone, and your last sign-in is more than "
                                + limit.toDays()
                                + " days ago, or not known. If you are signed in, sign out first. If that does not help, ask an administrator:"
                                + " Jenkins may not hear of sign-ins here, and _maxSignInDays_ can be 0.",
                        signIn())
                : new MemberAccount.Linked(usable.account(), usable.name(), usable.groupsAsOf(), signIn());
    }

    @CheckForNull
    private HelpLink signIn() {
        return pages.signingIn()
                .map(url -> new HelpLink("Sign in to Jenkins", url))
                .orElse(null);
    }

    private None withLink(Reason reason, String sentence, String invitation, LinkRequest request) {
        if (linking == null) {
            return noAccount(reason, sentence);
        }
        return linking.link(request)
                .map(help -> new None(reason, sentence + " " + invitation, help))
                .orElseGet(() -> noAccount(
                        reason,
                        "I do not know who you are in Jenkins, and cannot show you the page for it: "
                                + JenkinsPages.NONE));
    }

    private static None outsider() {
        return noAccount(
                Reason.OUTSIDER,
                "You are a member of another organisation, and Jenkins takes requests from its own workspace only. Ask a member to do it for you.");
    }

    private static None noAccount(Reason reason, String sentence) {
        return new None(reason, sentence, null);
    }

    private static String bold(@CheckForNull String name) {
        return Mrkdwn.bold(String.valueOf(name), MAX_NAME);
    }
}
