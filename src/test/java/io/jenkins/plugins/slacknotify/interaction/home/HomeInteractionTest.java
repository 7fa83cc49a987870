package io.jenkins.plugins.slacknotify.interaction.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.HomeOpened;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount.Reason;
import io.jenkins.plugins.slacknotify.interaction.build.BuildProgress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.FakeBuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import io.jenkins.plugins.slacknotify.interaction.command.CommandEnvironment;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeInteractionTest {
    private static final String ACCOUNT = "anna";
    private static final JobReference SHOP = job("shop", "Shop » main");

    private final FakeMemberAccounts accounts = new FakeMemberAccounts().link(Payloads.ANNA, ACCOUNT);
    private final FakeBuildControl jenkins = new FakeBuildControl();
    private final List<String> quiet = new ArrayList<>();
    private final ManualClock clock = new ManualClock();
    private final List<String> views = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();
    private final Set<Ability> abilities = EnumSet.of(Ability.HOME, Ability.COMMANDS);
    private Predicate<String> slackShows = view -> true;
    private RuntimeException realmFailure;
    private final HomeInteraction home = new HomeInteraction(
            accounts,
            jenkins,
            new QuietJobs() {
                @Override
                public List<String> of(String account) {
                    if (realmFailure != null) {
                        throw realmFailure;
                    }
                    return account.equals(ACCOUNT) ? quiet : List.of();
                }

                @Override
                public boolean add(String account, String job) {
                    throw new AssertionError("The home tab changes nothing");
                }

                @Override
                public boolean remove(String account, String job) {
                    throw new AssertionError("The home tab changes nothing");
                }
            },
            List.of("status", "run"),
            () -> new CommandEnvironment("/ci", "1.2", abilities),
            (origin, hash, view) -> {
                views.add(view);
                hashes.add(hash);
                return slackShows.test(view);
            },
            clock);

    private static JobReference job(String name, String displayName) {
        return new JobReference(name, displayName, FakeBuildControl.ROOT + "job/" + name + "/");
    }

    private static BuildProgress running(JobReference job, int number, boolean waits, boolean own) {
        return new BuildProgress(
                job,
                new BuildReference(job.fullName(), number),
                "#" + number,
                Duration.ofMinutes(3),
                Duration.ofMinutes(5),
                waits,
                own);
    }

    private static HomeOpened opening(String user, String tab, ViewReference view) {
        return new HomeOpened(Requests.origin("r1", user), tab, view);
    }

    private String open() {
        home.handle(opening(Payloads.ANNA, "home", null));
        return last();
    }

    private String last() {
        return String.join("\n", texts(views.get(views.size() - 1)));
    }

    private static Stream<JsonObject> blocks(String view) {
        var json = JsonParser.parseString(view).getAsJsonObject();
        assertThat(json.get("type").getAsString()).isEqualTo("home");
        return StreamSupport.stream(json.getAsJsonArray("blocks").spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    private static List<String> texts(String view) {
        return blocks(view)
                .filter(block -> !block.get("type").getAsString().equals("actions"))
                .map(block -> block.has("text")
                        ? block.getAsJsonObject("text")
                        : block.getAsJsonArray("elements").get(0).getAsJsonObject())
                .map(text -> text.get("text").getAsString())
                .toList();
    }

    @Test
    void shouldShowWhatTheAccountMayRead() {
        jenkins.with(running(SHOP, 12, false, false))
                .with(running(SHOP, 13, true, false))
                .with(running(job("payroll", "Payroll"), 1, true, false))
                .with(running(job("payroll", "Payroll"), 2, false, false))
                .with(new QueuedBuild(SHOP, 7, Duration.ofMinutes(4), "Waiting for <agent>"))
                .with(new QueuedBuild(job("payroll", "Payroll"), 8, Duration.ofMinutes(4), "Waiting"))
                .hide(ACCOUNT, "payroll");
        quiet.add("tools/*");

        assertThat(open()).isEqualTo("""
                You are *anna* (Name of anna) in Jenkins.
                *Waiting for input* (1)
                • *<https://jenkins.example.com/job/shop/13/input/|Shop » main #13>* started 3 min ago
                *Running* (1)
                • *<https://jenkins.example.com/job/shop/12/|Shop » main #12>* has run for 3 min, usually 5 min
                *Queue* (1)
                • *<https://jenkins.example.com/job/shop/|Shop » main>* for 4 min: Waiting for &lt;agent&gt;
                *Muted* (1)
                • `tools/*`
                After `/ci`, or in a message to me: `status`, `run`. <%s|What each does>""".formatted(HomeView.MANUAL));
    }

    @Test
    void shouldSayOfEachEmptyPartThatItIs() {
        abilities.remove(Ability.COMMANDS);

        assertThat(open()).isEqualTo("""
                You are *anna* (Name of anna) in Jenkins.
                *Waiting for input*
                No build that you may see waits for input.
                *Running*
                Nothing else runs that you may see.
                *Queue*
                Nothing waits in the queue that you may see.
                *Muted*
                You have muted no job.""");
    }

    @Test
    void shouldShowOwnBuildsFirst() {
        jenkins.with(running(SHOP, 1, false, false))
                .with(running(SHOP, 2, false, true))
                .with(running(SHOP, 3, false, false));

        assertThat(open().lines().filter(line -> line.startsWith("• ")))
                .satisfiesExactly(
                        own -> assertThat(own).contains("#2").endsWith(", started by you"),
                        longest -> assertThat(longest).contains("#1").endsWith("usually 5 min"),
                        other -> assertThat(other).contains("#3"));
    }

    @Test
    void shouldSayAsOfWhenGroupsAreKnown() {
        accounts.put(Payloads.ANNA, new MemberAccount.Linked(ACCOUNT, "Anna", Instant.parse("2026-11-20T10:00:00Z")));

        assertThat(open()).contains("Your groups are those of your sign-in on <!date^1795168800^");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void shouldShowNothingOfAJobToWhoMayActForNoAccount(Reason reason) {
        jenkins.with(running(SHOP, 12, false, false)).with(running(SHOP, 13, true, false));
        accounts.put(
                Payloads.ANNA,
                new MemberAccount.None(
                        reason, "The reason", new MemberAccount.HelpLink("Help", "https://jenkins.example.com/help")));

        assertThat(open()).isEqualTo("The reason");
        assertThat(blocks(views.get(0)).toList()).hasSize(2);
        assertThat(views.get(0)).contains("https://jenkins.example.com/help").doesNotContain("shop");
    }

    @Test
    void shouldShowTheReasonWithoutAButtonWhereNoPageHelps() {
        accounts.put(Payloads.ANNA, new MemberAccount.None(Reason.GUEST, "The reason", null));

        assertThat(open()).isEqualTo("The reason");
        assertThat(blocks(views.get(0)).toList()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!channel> & `x` |", "x", "&", "\u202e\u0000\n"})
    void shouldKeepWithinTheLimitsOfSlack(String part) {
        String name = part.repeat(800);
        JobReference job = new JobReference(name, name, FakeBuildControl.ROOT + "job/" + "&".repeat(190) + "/");
        IntStream.range(0, 500)
                .forEach(number -> jenkins.with(new BuildProgress(
                                job,
                                new BuildReference(name, number),
                                name,
                                Duration.ofDays(3),
                                Duration.ofDays(5),
                                number % 2 == 0,
                                number % 3 == 0))
                        .with(new QueuedBuild(job, number, Duration.ofDays(100), name)));
        IntStream.range(0, 500).forEach(number -> quiet.add(name + number));

        String all = open();

        assertThat(blocks(views.get(0)).toList()).hasSizeLessThan(50);
        assertThat(texts(views.get(0))).allSatisfy(text -> {
            assertThat(text).hasSizeBetween(1, 3_000).doesNotContain("<!");
            assertThat(text.chars().filter(letter -> letter == '<').count())
                    .isEqualTo(text.chars().filter(letter -> letter == '>').count());
        });
        assertThat(all)
                .contains(
                        "*Waiting for input* (250)",
                        "*Queue* (500)",
                        "*Muted* (500)",
                        "… and 235 more",
                        "… and 485 more")
                .contains("`run`");
    }

    @Test
    void shouldPublishOnceWhereTheTabIsOpenedTenTimesInASecond() {
        for (int time = 0; time < 10; time++) {
            open();
            clock.advance(Duration.ofMillis(100));
        }
        assertThat(views).hasSize(1);

        home.handle(opening("U0OTHER", "home", null));
        assertThat(views).as("another member").hasSize(2);

        clock.advance(HomeInteraction.PAUSE);
        open();
        assertThat(views).as("later").hasSize(3);

        clock.jump(Duration.ofHours(-1));
        open();
        assertThat(views).as("the clock was put back").hasSize(4);
    }

    @Test
    void shouldTryAgainWhenTheTabIsOpenedAfterAFailure() {
        slackShows = view -> false;
        open();
        open();
        assertThat(views).hasSize(2);

        realmFailure = new IllegalStateException("disk");
        assertThatThrownBy(this::open).isSameAs(realmFailure);
        realmFailure = null;
        open();
        assertThat(views).hasSize(3);
    }

    @Test
    void shouldSayThatTheRealmDoesNotAnswer() {
        realmFailure = new AccountsUnavailableException("LDAP", new IllegalStateException());

        assertThat(open()).contains("cannot ask its security realm");
    }

    @Test
    void shouldReplaceTheTabThatTheMemberHasOpened() {
        open();
        clock.advance(HomeInteraction.PAUSE);
        home.handle(opening(Payloads.ANNA, "home", new ViewReference("V1", "home", "", "hash-1", "")));

        assertThat(hashes).containsExactly(null, "hash-1");
    }

    @Test
    void shouldTakeOpeningsOfTheHomeTabAloneAndKeepNone() {
        HomeOpened opening = opening(Payloads.ANNA, "home", null);

        assertThat(home.accepts(opening)).isTrue();
        assertThat(home.receive(opening).followUp()).isEqualTo(Decision.FollowUp.HANDLE);
        assertThat(home.accepts(opening(Payloads.ANNA, "messages", null))).isFalse();
        assertThat(home.accepts(Requests.command("r1"))).isFalse();
    }
}
