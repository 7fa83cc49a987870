package io.jenkins.plugins.slacknotify.interaction.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.HomeOpened;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount.Reason;
import io.jenkins.plugins.slacknotify.interaction.command.CommandEnvironment;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OpenHomeTabsTest {
    private static final String ANNA = Payloads.ANNA;

    private final FakeMemberAccounts accounts = new FakeMemberAccounts().link(ANNA, "anna");
    private final FakeHomeTabs tabs = new FakeHomeTabs();
    private final ManualClock clock = new ManualClock();
    private HomeContent content = HomeSamples.EMPTY;
    private int reads;
    private Duration reading = Duration.ZERO;
    private final HomeTabMaker maker = new HomeTabMaker(
            accounts,
            account -> {
                reads++;
                clock.advance(reading);
                return content;
            },
            List.of(),
            () -> new CommandEnvironment("/ci", "1.2", Set.of(Ability.HOME)));
    private final AtomicLong changes = new AtomicLong();
    private final OpenHomeTabs homes = new OpenHomeTabs(maker, tabs, changes::get, clock);
    private final HomeInteraction interaction =
            new HomeInteraction(accounts, maker, tabs, homes, new NoQuietJobs(), (account, wanted) -> {}, clock);

    private void open(String member) {
        interaction.handle(new HomeOpened(Requests.origin("r1", member), "home", null));
    }

    private void run(int number) {
        content = HomeSamples.content(List.of(), List.of(HomeSamples.running("shop", number)), List.of(), List.of());
        changes.incrementAndGet();
    }

    private String shown() {
        return HomeSamples.read(tabs.views.get(tabs.views.size() - 1));
    }

    @Test
    void shouldShowWhatHasChanged() {
        open(ANNA);
        run(1);
        homes.lookAfter();

        assertThat(tabs.views).hasSize(2);
        assertThat(tabs.hashes).as("it replaces the one that is shown").containsExactly(null, "hash-1");
        assertThat(shown()).contains("shop #1");

        run(2);
        homes.lookAfter();
        assertThat(tabs.hashes).containsExactly(null, "hash-1", "hash-2");
    }

    @Test
    void shouldReadNothingAsLongAsNothingChanges() {
        open(ANNA);
        homes.lookAfter();
        assertThat(reads).isOne();

        changes.incrementAndGet();
        homes.lookAfter();
        homes.lookAfter();
        assertThat(reads).as("once for a change").isEqualTo(2);
        assertThat(tabs.views).as("the tab is the same").hasSize(1);
    }

    @Test
    void shouldLetPreviewsHaveTheThreadWhereTabsTakeLong() {
        List.of("bob", "carl").forEach(name -> {
            accounts.link("U0" + name, name);
            open("U0" + name);
        });
        open(ANNA);
        reading = OpenHomeTabs.MAX_ROUND.minusSeconds(1);
        run(1);
        reads = 0;

        homes.lookAfter();
        assertThat(reads).isEqualTo(2);
        homes.lookAfter();
        homes.lookAfter();
        assertThat(reads).as("each once").isEqualTo(3);
    }

    @Test
    void shouldMissNoChangeWhileTheTabIsMade() {
        HomeTabMaker slow = new HomeTabMaker(
                accounts,
                account -> {
                    HomeContent before = content;
                    if (before == HomeSamples.EMPTY) {
                        run(1);
                    }
                    return before;
                },
                List.of(),
                () -> new CommandEnvironment("/ci", "1.2", Set.of()));
        OpenHomeTabs open = new OpenHomeTabs(slow, tabs, changes::get, clock);
        new HomeInteraction(accounts, slow, tabs, open, new NoQuietJobs(), (account, wanted) -> {}, clock)
                .handle(new HomeOpened(Requests.origin("r1", ANNA), "home", null));
        changes.incrementAndGet();
        open.lookAfter();

        assertThat(shown()).contains("shop #1");
    }

    @Test
    void shouldShowNothingMoreToAMemberWhoseLinkHasEnded() {
        run(1);
        open(ANNA);
        accounts.put(ANNA, new MemberAccount.None(Reason.UNLINKED, "I do not know you.", null));
        changes.incrementAndGet();
        homes.lookAfter();
        assertThat(shown()).isEqualTo("I do not know you. Open this tab again.");

        changes.incrementAndGet();
        homes.lookAfter();
        assertThat(tabs.views).as("said once").hasSize(2);

        accounts.link(ANNA, "anna");
        changes.incrementAndGet();
        homes.lookAfter();
        assertThat(shown()).as("linked again").contains("shop #1");
    }

    @Test
    void shouldLeaveTheTabAsItIsWhileNobodyCanBeAsked() {
        open(ANNA);
        accounts.fail(new AccountsUnavailableException("LDAP", new IllegalStateException()));
        run(1);
        homes.lookAfter();

        assertThat(tabs.views).hasSize(1);
    }

    /** Of many open tabs, Slack says only of some a minute whose they are. */
    @Test
    void shouldLeaveTheTabAsItIsWhileSlackDoesNotSayWhoseItIs() {
        open(ANNA);
        accounts.put(
                ANNA, new MemberAccount.None(Reason.UNAVAILABLE, "Slack does not tell Jenkins who you are.", null));
        run(1);
        homes.lookAfter();
        assertThat(tabs.views).hasSize(1);

        accounts.link(ANNA, "anna");
        changes.incrementAndGet();
        homes.lookAfter();
        assertThat(shown()).contains("shop #1");
    }

    @Test
    void shouldLeaveATabAloneThatANewerOneHasReplaced() {
        open(ANNA);
        tabs.answer = new PublishedTab.Overtaken();
        run(1);
        homes.lookAfter();

        assertThat(homes.isAny()).isFalse();
    }

    @Test
    void shouldTryAgainWithTheNextChangeAfterAFailure() {
        open(ANNA);
        tabs.answer = new PublishedTab.Failed();
        run(1);
        homes.lookAfter();
        homes.lookAfter();
        assertThat(tabs.views).hasSize(2);

        tabs.answer = null;
        changes.incrementAndGet();
        homes.lookAfter();
        assertThat(tabs.views).hasSize(3);
        assertThat(shown()).contains("shop #1");
    }

    /** Such as a plugin whose class is missing, or a text in which a regular expression overflows the stack. */
    @Test
    void shouldLookAfterTheOthersWhereATabCannotBeMade() {
        accounts.link("U2", "bob");
        HomeTabMaker fragile = new HomeTabMaker(
                accounts,
                account -> {
                    if (account.equals("anna") && content != HomeSamples.EMPTY) {
                        throw new NoClassDefFoundError("of another plugin");
                    }
                    return content;
                },
                List.of(),
                () -> new CommandEnvironment("/ci", "1.2", Set.of()));
        OpenHomeTabs open = new OpenHomeTabs(fragile, tabs, changes::get, clock);
        HomeInteraction opening =
                new HomeInteraction(accounts, fragile, tabs, open, new NoQuietJobs(), (account, wanted) -> {}, clock);
        opening.handle(new HomeOpened(Requests.origin("r1", ANNA), "home", null));
        opening.handle(new HomeOpened(Requests.origin("r2", "U2"), "home", null));

        run(1);
        changes.incrementAndGet();
        open.lookAfter();

        assertThat(tabs.views).hasSize(3);
        assertThat(shown()).contains("shop #1");
    }

    @Test
    void shouldEndAfterAWhile() {
        open(ANNA);
        clock.advance(OpenHomeTabs.OPEN_FOR.plus(Duration.ofSeconds(1)));
        run(1);
        homes.lookAfter();
        assertThat(homes.isAny()).isFalse();
        assertThat(tabs.views).hasSize(1);

        open(ANNA);
        for (int number = 0; number < 2 * OpenHomeTabs.MAX_UPDATES; number++) {
            run(number);
            homes.lookAfter();
        }
        assertThat(homes.isAny()).isFalse();
        assertThat(tabs.views).hasSize(2 + OpenHomeTabs.MAX_UPDATES);
    }

    @Test
    void shouldPublishAFewAtATimeAndLookAfterABoundedNumber() {
        for (int member = 0; member < OpenHomeTabs.MAX_TABS + 20; member++) {
            accounts.link("U" + member, "account-" + member);
            open("U" + member);
        }
        tabs.views.clear();
        run(1);
        homes.lookAfter();
        assertThat(tabs.views).hasSize(OpenHomeTabs.MAX_PUBLISHED);

        for (int round = 0; round < 50; round++) {
            homes.lookAfter();
        }
        assertThat(tabs.views).as("each once").hasSize(OpenHomeTabs.MAX_TABS);
    }
}
