package io.jenkins.plugins.slacknotify.interaction.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount.Reason;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedMemberAccountsTest {
    private static final MemberAccount.HelpLink SIGN_IN =
            new MemberAccount.HelpLink("Sign in to Jenkins", "https://ci/login");

    private static final InstallationKey WORKSPACE = new InstallationKey("A1", "T1", null, false);
    private static final InstallationKey IN_ORGANISATION = new InstallationKey("A1", "T1", "E1", false);
    private static final InstallationKey WHOLE_ORGANISATION = new InstallationKey("A1", "T1", "E1", true);

    private final ManualClock clock = new ManualClock();
    private final FakeAccountLinks links = new FakeAccountLinks();
    private final LinkRequests requests = new LinkRequests(clock);
    private SlackResult<Optional<MemberProfile>> slack = member("T1", null);
    private Optional<String> root = Optional.of("https://ci/");
    private Duration maxAge = Duration.ofDays(30);

    private final JenkinsPages pages = new JenkinsPages() {
        @Override
        public Optional<String> linking(String code) {
            return root.map(url -> url + "link?code=" + code);
        }

        @Override
        public Optional<String> signingIn() {
            return root.map(url -> url + "login");
        }
    };
    private final LinkedMemberAccounts accounts = new LinkedMemberAccounts(
            (installation, member) -> slack,
            links,
            new AccountLinking(links, requests, pages),
            pages,
            () -> maxAge,
            clock);

    private static SlackResult<Optional<MemberProfile>> member(String team, String enterprise) {
        return profile(false, false, false, false, team, enterprise);
    }

    private static SlackResult<Optional<MemberProfile>> profile(
            boolean deactivated, boolean bot, boolean guest, boolean stranger, String team, String enterprise) {
        return new SlackResult.Success<>(Optional.of(new MemberProfile(
                new SlackUser("U1", "Ada", deactivated, bot), guest, stranger, team, enterprise, null)));
    }

    private static RequestOrigin origin(InstallationKey installation, String user, String team) {
        return new RequestOrigin(
                "r1", installation, new Requester(user, team), "C1", ReplyTicket.NONE, Transport.HTTP, Instant.EPOCH);
    }

    private MemberAccount ask() {
        return accounts.of(origin(WORKSPACE, "U1", "T1"));
    }

    private static Reason reason(MemberAccount account) {
        return ((MemberAccount.None) account).reason();
    }

    @Test
    void shouldFindTheLinkedAccount() {
        links.put("T1", "U1", new AccountLinks.State.Usable("ada", "Ada L.", null));

        assertThat(ask()).isEqualTo(new MemberAccount.Linked("ada", "Ada L.", null, SIGN_IN));
    }

    @Test
    void shouldNotTakeTheLinkOfAnotherWorkspace() {
        links.put("T2", "U1", new AccountLinks.State.Usable("ada", "Ada L.", null));

        assertThat(reason(ask())).isEqualTo(Reason.UNLINKED);
    }

    @Test
    void shouldOfferALinkThatIsForThisMember() {
        MemberAccount.None none = (MemberAccount.None) ask();

        assertThat(none.reason()).isEqualTo(Reason.UNLINKED);
        assertThat(none.sentence()).contains("10 minutes");
        String code = none.help().url().replace("https://ci/link?code=", "");
        assertThat(requests.look(code)).contains(new LinkRequest(WORKSPACE, "U1"));
    }

    @Test
    void shouldEndNoOpenLinkWhereNobodyAsked() {
        MemberAccount.None none = (MemberAccount.None) ask();

        MemberAccount.None uninvited =
                (MemberAccount.None) accounts.withoutInvitation().of(origin(WORKSPACE, "U1", "T1"));
        assertThat(uninvited)
                .isEqualTo(new MemberAccount.None(Reason.UNLINKED, "I do not know yet who you are in Jenkins.", null));
        assertThat(requests.look(none.help().url().replace("https://ci/link?code=", "")))
                .isPresent();
    }

    @Test
    void shouldSayWhereJenkinsDoesNotKnowItsAddress() {
        root = Optional.empty();

        assertThat((MemberAccount.None) ask()).satisfies(none -> {
            assertThat(none.help()).isNull();
            assertThat(none.sentence()).contains("Jenkins URL");
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # deactivated, bot, guest, stranger, team, reason
            true,  false, false, false, T1, DEACTIVATED
            false, true,  false, false, T1, NOBODY
            false, false, true,  false, T1, GUEST
            false, false, false, true,  T1, OUTSIDER
            false, false, false, false, T2, OUTSIDER
            true,  false, true,  true,  T2, OUTSIDER
            """)
    void shouldRefuseWhoeverIsNoFullMember(
            boolean deactivated, boolean bot, boolean guest, boolean stranger, String team, Reason expected) {
        links.put("T1", "U1", new AccountLinks.State.Usable("ada", "Ada", null));
        slack = profile(deactivated, bot, guest, stranger, team, null);

        assertThat(reason(ask())).isEqualTo(expected);
        assertThat(((MemberAccount.None) ask()).sentence()).doesNotContain("ada");
    }

    @Test
    void shouldRefuseAMemberOfAnotherWorkspaceByTheRequestAlone() {
        links.put("T1", "U1", new AccountLinks.State.Usable("ada", "Ada", null));

        assertThat(reason(accounts.of(origin(WORKSPACE, "U1", "T9")))).isEqualTo(Reason.OUTSIDER);
    }

    @Test
    void shouldRefuseWhomSlackDoesNotKnow() {
        slack = new SlackResult.Success<>(Optional.empty());

        assertThat(reason(ask())).isEqualTo(Reason.OUTSIDER);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # org-wide, team, enterprise, inside
            true,  T7, E1, true
            true,  T7, E2, false
            true,  T7,   , false
            true,  E1,   , true
            false, T1,   , true
            false, T7, E1, true
            false, T7, E2, false
            """)
    void shouldKnowMembersOfAnOrganisation(boolean orgWide, String team, String enterprise, boolean inside) {
        InstallationKey installation = orgWide ? WHOLE_ORGANISATION : IN_ORGANISATION;
        links.put(orgWide ? "E1" : "T1", "U1", new AccountLinks.State.Usable("ada", "Ada", null));
        slack = member(team, enterprise);

        MemberAccount found = accounts.of(origin(installation, "U1", team));

        assertThat(found instanceof MemberAccount.Linked).isEqualTo(inside);
    }

    @Test
    void shouldSayThatAnAccountIsGoneOrBlocked() {
        links.put("T1", "U1", new AccountLinks.State.Gone("a*da"));
        assertThat(reason(ask())).isEqualTo(Reason.ACCOUNT_GONE);
        assertThat(((MemberAccount.None) ask()).help()).isNotNull();

        links.put("T1", "U1", new AccountLinks.State.Blocked("ada"));
        assertThat(reason(ask())).isEqualTo(Reason.ACCOUNT_DISABLED);
        assertThat(((MemberAccount.None) ask()).help()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"29, 30, true", "31, 30, false", "31, 0, true", "3650, 0, true"})
    void shouldLookAtTheAgeOfGroups(int daysAgo, int limit, boolean usable) {
        maxAge = Duration.ofDays(limit);
        Instant asOf = clock.instant().minus(Duration.ofDays(daysAgo));
        links.put("T1", "U1", new AccountLinks.State.Usable("ada", "Ada", asOf));

        MemberAccount found = ask();

        if (usable) {
            assertThat(found).isEqualTo(new MemberAccount.Linked("ada", "Ada", asOf, SIGN_IN));
        } else {
            assertThat(reason(found)).isEqualTo(Reason.SIGN_IN_TOO_OLD);
            assertThat(((MemberAccount.None) found).help().url()).isEqualTo("https://ci/login");
        }
    }

    @Test
    void shouldNotGuessWhereNobodyAnswers() {
        links.put("T1", "U1", new AccountLinks.State.Usable("ada", "Ada", null));
        slack = new SlackResult.Unknown<>("time-out");
        assertThat(reason(ask())).isEqualTo(Reason.UNAVAILABLE);

        slack = member("T1", null);
        links.fail();
        assertThat(reason(ask())).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void shouldRefuseWhatNobodyHasAskedFor() {
        assertThat(reason(accounts.of(origin(WORKSPACE, null, null)))).isEqualTo(Reason.NOBODY);
        assertThat(reason(accounts.of(origin(new InstallationKey("A1", null, null, false), "U1", null))))
                .isEqualTo(Reason.NOBODY);
    }
}
