package io.jenkins.plugins.slacknotify.interaction.home;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.HomeOpened;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount.Reason;
import io.jenkins.plugins.slacknotify.interaction.command.CommandEnvironment;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HomeInteractionTest {
    private static final ViewReference OLD = new ViewReference("V1", "home", "", "hash-of-old", "");

    private final FakeMemberAccounts accounts = new FakeMemberAccounts().link(Payloads.ANNA, "anna");
    private final List<String> quiet = new ArrayList<>();
    private final List<String> reminders = new ArrayList<>();
    private final ManualClock clock = new ManualClock();
    private final FakeHomeTabs tabs = new FakeHomeTabs();
    private final Set<Ability> abilities = EnumSet.of(Ability.HOME, Ability.COMMANDS);
    private RuntimeException failure;
    private final HomeTabMaker maker = new HomeTabMaker(
            accounts,
            account -> {
                if (failure != null) {
                    throw failure;
                }
                return HomeSamples.content(
                        List.of(HomeSamples.waiting("ship", 1, "Ship it?")), List.of(), List.of(), List.of());
            },
            List.of("status", "run"),
            () -> new CommandEnvironment("/ci", "1.2", abilities));
    private final HomeInteraction home = new HomeInteraction(
            accounts,
            maker,
            tabs,
            new OpenHomeTabs(maker, tabs, () -> 0, clock),
            new QuietJobs() {
                @Override
                public List<String> of(String account) {
                    return quiet;
                }

                @Override
                public boolean add(String account, String job) {
                    throw new AssertionError("The home tab mutes nothing");
                }

                @Override
                public boolean remove(String account, String job) {
                    return quiet.remove(account + ":" + job);
                }
            },
            (account, isWanted) -> reminders.add(account + ":" + isWanted),
            clock);

    private static HomeOpened opening(String user, String tab, ViewReference view) {
        return new HomeOpened(Requests.origin("r1", user), tab, view);
    }

    private static BlockAction press(String user, String action, String value, ViewReference view) {
        return new BlockAction(
                Requests.origin("r2", user),
                List.of(new BlockAction.Action(action, "b1", new FieldValue("button", List.of(value)))),
                view == null ? new MessageReference("1.1", null) : null,
                false,
                view,
                FormState.EMPTY);
    }

    private String open() {
        home.handle(opening(Payloads.ANNA, "home", null));
        return HomeSamples.read(tabs.views.get(tabs.views.size() - 1));
    }

    @Test
    void shouldShowWhatJenkinsHasForTheAccount() {
        assertThat(open()).contains("You are *anna*", "Ship it?", "`status`, `run`");

        abilities.remove(Ability.COMMANDS);
        clock.advance(HomeInteraction.PAUSE);
        assertThat(open()).doesNotContain("`status`");
    }

    @Test
    void shouldSayAsOfWhenGroupsAreKnown() {
        accounts.put(Payloads.ANNA, new MemberAccount.Linked("anna", "Anna", Instant.parse("2026-11-20T10:00:00Z")));

        assertThat(open()).contains("Your groups are those of your sign-in on TIME");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void shouldShowNothingOfAJobToWhoMayActForNoAccount(Reason reason) {
        accounts.put(
                Payloads.ANNA,
                new MemberAccount.None(
                        reason, "The reason", new MemberAccount.HelpLink("Help", "https://jenkins.example.com/help")));

        assertThat(open()).isEqualTo("The reason\n[Help]");
        assertThat(tabs.views.get(0))
                .contains("https://jenkins.example.com/help")
                .doesNotContain("ship");
    }

    @Test
    void shouldShowTheReasonWithoutAButtonWhereNoPageHelps() {
        accounts.put(Payloads.ANNA, new MemberAccount.None(Reason.GUEST, "The reason", null));

        assertThat(open()).isEqualTo("The reason");
    }

    @Test
    void shouldPublishOnceWhereTheTabIsOpenedTenTimesInASecond() {
        for (int time = 0; time < 10; time++) {
            open();
            clock.advance(Duration.ofMillis(100));
        }
        assertThat(tabs.views).hasSize(1);

        home.handle(opening("U0OTHER", "home", null));
        assertThat(tabs.views).as("another member").hasSize(2);

        clock.advance(HomeInteraction.PAUSE);
        open();
        assertThat(tabs.views).as("later").hasSize(3);

        clock.jump(Duration.ofHours(-1));
        open();
        assertThat(tabs.views).as("the clock was put back").hasSize(4);
    }

    @Test
    void shouldTryAgainWhenTheTabIsOpenedAfterAFailure() {
        tabs.answer = new PublishedTab.Failed();
        open();
        open();
        assertThat(tabs.views).hasSize(2);
    }

    /** Such as of a build whose files are damaged, or of a plugin that lacks a class. Slack would show the tab of before, or none. */
    @Test
    void shouldSayThatTheTabCannotBeMade() {
        failure = new IllegalStateException("damaged");
        try (LoggedRecords logged = LoggedRecords.of(HomeTabMaker.class)) {
            assertThat(open()).contains("internal error");
            act(home, press(Payloads.ANNA, HomeView.REMIND, "false", OLD));
            assertThat(logged.thrown()).containsExactly(failure, failure);
        }
        assertThat(tabs.views).as("the tab is the answer to a press").hasSize(2);

        failure = null;
        clock.advance(HomeInteraction.PAUSE);
        assertThat(open()).contains("Ship it?");
    }

    @Test
    void shouldSayThatTheRealmDoesNotAnswer() {
        failure = new AccountsUnavailableException("LDAP", new IllegalStateException());

        assertThat(open()).contains("cannot ask its security realm");
    }

    @Test
    void shouldReplaceTheTabThatTheMemberHasOpened() {
        open();
        clock.advance(HomeInteraction.PAUSE);
        home.handle(opening(Payloads.ANNA, "home", OLD));

        assertThat(tabs.hashes).containsExactly(null, "hash-of-old");
    }

    @Test
    void shouldStoreWhatTheMemberPrefers() {
        quiet.add("anna:tools/*");

        act(home, press(Payloads.ANNA, HomeView.UNMUTE, "tools/*", OLD));
        act(home, press(Payloads.ANNA, HomeView.REMIND, "true", OLD));
        act(home, press(Payloads.ANNA, HomeView.REMIND, "false", OLD));
        act(home, press("U0OTHER", HomeView.REMIND, "true", OLD));

        assertThat(quiet).isEmpty();
        assertThat(reminders).as("nothing for who is not linked").containsExactly("anna:true", "anna:false");
    }

    /** After a restart, or half an hour, the tab stayed as it was, and the button seemed to do nothing. */
    @Test
    void shouldShowTheTabAnewThoughNobodyHasLookedAfterIt() {
        act(home, press(Payloads.ANNA, HomeView.REMIND, "true", OLD));

        assertThat(tabs.views)
                .singleElement()
                .satisfies(view -> assertThat(view).contains("Ship it?"));
        assertThat(tabs.hashes).as("whatever is shown").containsExactly((String) null);

        tabs.answer = new PublishedTab.Failed();
        assertThat(act(home, press(Payloads.ANNA, HomeView.REMIND, "false", OLD))
                        .toString())
                .contains("open this tab again");
        assertThat(reminders).containsExactly("anna:true", "anna:false");
    }

    /** The tab stays as it is then, and would answer nothing. */
    @Test
    void shouldSayThatNothingIsStoredWhileNobodyKnowsWhoHasPressed() {
        accounts.put(
                Payloads.ANNA,
                new MemberAccount.None(MemberAccount.Reason.UNAVAILABLE, "Nobody knows, so nothing was done.", null));
        assertThat(act(home, press(Payloads.ANNA, HomeView.REMIND, "true", OLD)).toString())
                .contains("so nothing was done");
        accounts.fail(new AccountsUnavailableException("LDAP", new IllegalStateException()));
        assertThat(act(home, press(Payloads.ANNA, HomeView.REMIND, "true", OLD)).toString())
                .contains("Nothing was done: Jenkins cannot find out");

        assertThat(reminders).isEmpty();
    }

    @Test
    void shouldTakeOpeningsAndPressesOfTheHomeTabAlone() {
        HomeOpened opening = opening(Payloads.ANNA, "home", null);

        assertThat(home.accepts(opening)).isTrue();
        assertThat(home.receive(opening).followUp()).isEqualTo(Decision.FollowUp.HANDLE);
        assertThat(home.receive(press(Payloads.ANNA, HomeView.REMIND, "true", OLD))
                        .followUp())
                .as("so that the presses of a member are in order")
                .isEqualTo(Decision.FollowUp.KEEP);
        assertThat(home.accepts(opening(Payloads.ANNA, "messages", null))).isFalse();
        assertThat(home.accepts(Requests.command("r1"))).isFalse();
        assertThat(home.accepts(press(Payloads.ANNA, HomeView.REMIND, "true", OLD)))
                .isTrue();
        assertThat(home.accepts(press(Payloads.ANNA, HomeView.REMIND, "true", null)))
                .as("in a message, which a job's author can have written")
                .isFalse();
        assertThat(home.accepts(press(Payloads.ANNA, "slack-notify.build.abort", "x", OLD)))
                .as("of a build")
                .isFalse();
    }
}
