package io.jenkins.plugins.slacknotify.interaction.preview;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.interaction.preview.FakePages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.inbound.Decision.FollowUp;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinking;
import io.jenkins.plugins.slacknotify.interaction.account.FakeAccountLinks;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.JenkinsPages;
import io.jenkins.plugins.slacknotify.interaction.account.LinkRequests;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount.Reason;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewInteractionTest {
    private static final JenkinsPages PAGES = new JenkinsPages() {
        @Override
        public Optional<String> linking(String code) {
            return Optional.of(ROOT + "link");
        }

        @Override
        public Optional<String> signingIn() {
            return Optional.empty();
        }
    };

    private final FakeMemberAccounts accounts = new FakeMemberAccounts().link("U1", "ada");
    private final FakePages jenkins = new FakePages();
    private final FakePreviews previews = new FakePreviews();
    private final ManualClock clock = new ManualClock();
    private final LinkCards cards = new LinkCards(jenkins, Presses.SEAL);
    private final Set<Ability> abilities = EnumSet.of(Ability.PREVIEWS, Ability.COMMANDS);
    private LivePreviews live;
    private PreviewInteraction interaction;

    @TempDir
    Path folder;

    @BeforeEach
    void connect() {
        live = new LivePreviews(cards, previews, (account, installation, member) -> true, folder, clock);
        interaction = new PreviewInteraction(
                accounts,
                new AccountLinking(new FakeAccountLinks(), new LinkRequests(clock), PAGES),
                new InvitedMembers(),
                cards,
                previews,
                live,
                () -> abilities);
    }

    @BeforeEach
    void addBuilds() {
        jenkins.with(aBuild().of("shop").named("Shop", "#11").number(11).build())
                .with(aBuild().of("shop")
                        .named("Shop", "#12")
                        .that(Outcome.FAILURE, Trend.REGRESSED)
                        .build());
        for (int number = 1; number <= 9; number++) {
            jenkins.with(aBuild().of("many").number(number).build());
        }
    }

    private static LinkShared links(String member, boolean posted, String... urls) {
        return new LinkShared(
                Requests.origin("r1", member),
                List.of(urls),
                posted ? new MessageReference("1772366400.000100", null) : null,
                "u1",
                posted ? "conversations_history" : LinkShared.COMPOSER);
    }

    private void post(String member, String... paths) {
        interaction.handle(links(
                member, true, Arrays.stream(paths).map(path -> ROOT + path).toArray(String[]::new)));
    }

    @Test
    void shouldShowWhatHappenedToABuild() {
        post("U1", "job/shop/12/console");

        assertThat(previews.shown).containsOnlyKeys(ROOT + "job/shop/12/console");
        assertThat(previews.shown.get(ROOT + "job/shop/12/console"))
                .contains("Shop", "#12", "broke", "Started by user Ada", ":x:");
    }

    @Test
    void shouldShowItWhileTheMessageIsTyped() {
        interaction.handle(links("U1", false, ROOT + "job/shop/12/"));

        assertThat(previews.shown).hasSize(1);
    }

    @Test
    void shouldShowTheLastBuildOfAJob() {
        post("U1", "job/shop/");

        assertThat(previews.shown.get(ROOT + "job/shop/")).contains("#12");
    }

    @Test
    void shouldShowEachBuildOnce() {
        post("U1", "job/shop/12/", "job/shop/12/console", "job/shop/", "job/shop/12/", "job/shop/11/");

        assertThat(previews.shown).containsOnlyKeys(ROOT + "job/shop/12/", ROOT + "job/shop/11/");
    }

    @Test
    void shouldShowFiveAtMost() {
        post(
                "U1",
                "job/many/1/",
                "job/many/2/",
                "job/many/3/",
                "job/many/4/",
                "job/many/5/",
                "job/many/6/",
                "job/many/7/");

        assertThat(previews.shown).hasSize(LinkCards.MAX_LINKS).doesNotContainKey(ROOT + "job/many/6/");
    }

    @Test
    void shouldShowNothingOfWhatTheMemberMayNotReadOrIsNotThere() {
        jenkins.hide("ada", "shop");

        post("U1", "job/shop/12/", "job/shop/", "job/none/1/", "job/many/77/", "job/many/3/");

        assertThat(previews.shown).containsOnlyKeys(ROOT + "job/many/3/");
        assertThat(previews.invitations).isEmpty();
    }

    @Test
    void shouldLookAfterTheCardOfARunningBuildInAMessageThatIsPosted() {
        jenkins.with(aBuild().of("slow").number(1).running().build());

        interaction.handle(links("U1", false, ROOT + "job/slow/1/"));
        assertThat(live.size()).as("while typing").isZero();
        post("U1", "job/slow/1/", "job/shop/12/");
        assertThat(live.size()).isOne();
        jenkins.with(aBuild().of("slow").number(1).build());
        live.lookAfter();

        assertThat(previews.shown.get(ROOT + "job/slow/1/")).contains("succeeded");
        assertThat(previews.calls).isEqualTo(3);
        assertThat(live.size()).as("the build has ended").isZero();
    }

    @Test
    void shouldCallNobodyByAName() {
        jenkins.with(aBuild().of("nasty")
                .named("<!channel> & *x*", "#1")
                .causedBy("Started by <@U2>")
                .number(1)
                .build());

        post("U1", "job/nasty/1/");

        assertThat(previews.shown.get(ROOT + "job/nasty/1/"))
                .doesNotContain("<!", "<@")
                .contains("&lt;!channel");
    }

    @Test
    void shouldTakeNoLinkThatLeadsElsewhere() {
        for (String url : new String[] {
            "https://jenkins.example.com:8443/job/shop/12/",
            "https://jenkins.example.com.evil.example/job/shop/12/",
            "https://jenkins.example.com@evil.example/job/shop/12/",
            ROOT + "manage/",
            ROOT + "job/shop/configure",
            "nonsense"
        }) {
            assertThat(interaction.receive(links("U1", true, url)).followUp())
                    .as(url)
                    .isEqualTo(FollowUp.NOTHING);
            interaction.handle(links("U2", true, url));
        }

        assertThat(previews.shown).isEmpty();
        assertThat(previews.invitations).as("the member is not linked").isEmpty();
        assertThat(interaction.receive(links("U1", true, ROOT + "job/shop/12/")).followUp())
                .isEqualTo(FollowUp.HANDLE);
    }

    @Test
    void shouldAskAMemberOnceToLinkAnAccount() {
        interaction.handle(links("U2", false, ROOT + "job/shop/12/"));
        assertThat(previews.invitations).as("while typing").isEmpty();

        previews.refuses = true;
        post("U2", "job/shop/12/");
        previews.refuses = false;
        post("U2", "job/shop/12/");
        post("U2", "job/shop/11/");
        accounts.put("U3", new MemberAccount.None(Reason.ACCOUNT_GONE, "gone", null));
        post("U3", "job/shop/12/");

        assertThat(previews.invitations)
                .as("twice, as Slack had not taken the first, and once somebody else")
                .containsExactly(ROOT + "link", ROOT + "link", ROOT + "link");
        assertThat(previews.shown).isEmpty();
    }

    /** Whoever comes too late would have no way to link an account, and would never be asked again. */
    @Test
    void shouldAskAgainWhereNothingElseGivesAnAddress() {
        abilities.remove(Ability.COMMANDS);
        post("U2", "job/shop/12/");
        abilities.add(Ability.HOME);
        post("U3", "job/shop/12/");
        abilities.remove(Ability.HOME);

        interaction.handle(links(Requests.NOW.plus(Duration.ofMinutes(9)), "U2"));
        assertThat(previews.questions).hasSize(2);
        interaction.handle(links(Requests.NOW.plus(Duration.ofMinutes(10)), "U2"));
        assertThat(previews.questions)
                .hasSize(3)
                .allSatisfy(question -> assertThat(question).doesNotContain("`link`"))
                .last()
                .asString()
                .endsWith("a link of yours brings another one.");
        assertThat(previews.questions.get(1)).endsWith("open my Home tab. I do not ask again.");
    }

    private static LinkShared links(Instant at, String member) {
        LinkShared now = links(member, true, ROOT + "job/shop/12/");
        RequestOrigin origin = now.origin();
        return new LinkShared(
                new RequestOrigin(
                        "at" + at,
                        origin.installation(),
                        origin.requester(),
                        origin.channelId(),
                        origin.ticket(),
                        origin.transport(),
                        at),
                now.links(),
                now.message(),
                now.unfurlId(),
                now.source());
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNLINKED", "ACCOUNT_GONE"})
    void shouldSayNothingToAnybodyElse(Reason reason) {
        accounts.put("U4", new MemberAccount.None(reason, "no", null));

        post("U4", "job/shop/12/");

        assertThat(previews.shown).isEmpty();
        assertThat(previews.invitations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"U1", "U2"})
    void shouldRememberABoundedNumberOfMembers(String member) {
        InvitedMembers invited = new InvitedMembers();
        assertThat(invited.add("T1", member, Requests.NOW, null)).isTrue();
        assertThat(invited.add("T1", member, Requests.NOW, null)).isFalse();
        assertThat(invited.add("T2", member, Requests.NOW, null))
                .as("of another workspace")
                .isTrue();

        for (int number = 0; number < InvitedMembers.MAX_MEMBERS; number++) {
            invited.add("T3", "U" + number, Requests.NOW, null);
        }

        assertThat(invited.add("T1", member, Requests.NOW, null))
                .as("the oldest was forgotten")
                .isTrue();
    }
}
