package io.jenkins.plugins.slacknotify.interaction.command;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.alreadyDone;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.inbound.MessageShortcut;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.Answer.Placement;
import io.jenkins.plugins.slacknotify.inbound.act.FakeChoices;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.DirectMessage;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.Shortcut;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinks;
import io.jenkins.plugins.slacknotify.interaction.account.FakeAccountLinks;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.BuildAppearance;
import io.jenkins.plugins.slacknotify.interaction.build.BuildProgress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.FakeBuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.LogTail;
import io.jenkins.plugins.slacknotify.interaction.modal.FakeModals;
import io.jenkins.plugins.slacknotify.interaction.rebuild.FakeRebuildControl;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildResult;
import io.jenkins.plugins.slacknotify.interaction.text.AnswerButtons;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandInteractionTest {
    private static final String ACCOUNT = CommandBench.ACCOUNT;
    private static final Instant START = CommandBench.START;
    private static final String THREAD = CommandBench.THREAD;

    private final CommandBench bench = new CommandBench();
    private final FakeMemberAccounts accounts = bench.accounts;
    private final FakeBuildControl jenkins = bench.jenkins;
    private final FakeAccountLinks links = bench.links;
    private final FakeRebuildControl runs = bench.runs;
    private final FakeModals modals = bench.modals;
    private final CommandInteraction commands = bench.commands;

    @BeforeEach
    void addJobs() {
        jenkins.with("shop/main", "Shop » main")
                .with("tools/nightly")
                .with("ops/nightly")
                .with("secret/payroll")
                .hide(ACCOUNT, "secret/payroll")
                .with(event("shop/main", 11, Outcome.SUCCESS).build())
                .with(bad().build());
    }

    private static BuildEvent.Builder event(String job, int number, Outcome outcome) {
        return CommandBench.event(job, number, outcome);
    }

    private static BuildEvent.Builder bad() {
        return event("shop/main", 12, Outcome.FAILURE)
                .trend(Trend.REGRESSED)
                .changes(List.of(new Change("abcdef1234", "Mallory", "Break <everything>")))
                .participants(List.of(new Participant(
                        new Person(null, "Mallory", "m@x"), Set.of(Involvement.COMMITTER, Involvement.BREAKER))))
                .findings(Findings.builder()
                        .failureStreak(new FailureStreak(12, START, START, 1, false))
                        .tests(new TestResultSummary(
                                9, 2, 0, 1, List.of("a.NewTest.fails"), List.of("a.NewTest.fails", "a.OldTest.fails")))
                        .build());
    }

    private static SlashCommand slash(String text) {
        return CommandBench.slash(text);
    }

    private static AppMention mention(String text, MessageReference message) {
        return CommandBench.mention(text, message);
    }

    private Answer ask(InboundRequest request) {
        return bench.ask(request);
    }

    private Answer ask(String text) {
        return bench.ask(text);
    }

    @Test
    void shouldSayHowAJobStands() {
        Answer answer = ask("status main");

        assertThat(answer.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(answer.text())
                .contains(
                        "#12",
                        "Bad since",
                        "beginning with #12",
                        "broken by Mallory",
                        "2 tests fail",
                        "a.NewTest.fails");
    }

    /** As the message about that build does. */
    @ParameterizedTest
    @ValueSource(strings = {"status shop/main", "status shop/main 12", "why shop/main", "tests shop/main"})
    void shouldBeginWithTheIconThatAdministratorsHaveChosen(String command) {
        jenkins.with(new BuildAppearance(
                SeverityPolicy.withOverrides(Map.of(EventKind.REGRESSED, Severity.CRITICAL)), EmojiSet.STANDARD));
        assertThat(ask(command).text()).startsWith(":rotating_light: ");

        jenkins.with(new BuildAppearance(SeverityPolicy.defaults(), EmojiSet.parse(List.of("regressed :volcano:"))));
        assertThat(ask(command).text()).startsWith(":volcano: ");
    }

    @Test
    void shouldSayHowOneBuildStands() {
        assertThat(ask("status shop/main 11").text()).contains("#11").doesNotContain("Bad since");
        assertThat(ask("status shop/main #99").text()).contains("no build #99");
    }

    /** The end of a name is no number of a build, unless there is a job of the name before it. */
    @ParameterizedTest
    @CsvSource({
        "status Release 2026, Release 2026 #3",
        "status release 2026 3, Release 2026 #3",
        "status Release 2026 #3, Release 2026 #3",
        "status shop/main 11, #11",
        "status Nightly 7, Nightly #7"
    })
    void shouldTakeANameThatEndsWithANumber(String typed, String words) {
        jenkins.with("Release 2026")
                .with(event("Release 2026", 3, Outcome.SUCCESS).build())
                .with("Nightly")
                .with("Nightly 7")
                .with(event("Nightly", 7, Outcome.SUCCESS).build());

        assertThat(ask(typed).text()).contains(words);
    }

    @Test
    void shouldSayWhatRunsOfAJob() {
        jenkins.with(new BuildProgress(
                job("shop/main"),
                new BuildReference("shop/main", 13),
                "#13",
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                false,
                false));

        assertThat(ask("status main").text()).contains("#13 has run for 2 min, usually 5 min");
    }

    private static JobReference job(String name) {
        return new JobReference(name, name, null);
    }

    @Test
    void shouldSayWhoBrokeMain() {
        Answer answer = ask("main shop/main");

        assertThat(answer.text())
                .contains(
                        "Commits of #12, the first bad build",
                        "Break &lt;everything&gt; – Mallory",
                        "broken by Mallory");
    }

    @Test
    void shouldLookAtTheFirstBadBuild() {
        jenkins.with(event("shop/main", 13, Outcome.FAILURE)
                .findings(Findings.builder()
                        .failureStreak(new FailureStreak(12, START, START, 2, false))
                        .build())
                .build());

        assertThat(ask("why shop/main").text()).contains("#13", "2 builds", "Commits of #12", "Mallory");
    }

    @Test
    void shouldStartAJobAndSayWhoDid() {
        Answer answer = ask("run shop/main TARGET=prod MSG=\"a b\"");

        assertThat(jenkins.effects()).containsExactly("anna starts shop/main {MSG=a b, TARGET=prod}");
        assertThat(answer.placement()).isEqualTo(Placement.IN_CHANNEL);
        assertThat(answer.text())
                .contains("<@" + Payloads.ANNA + "> has started", "Shop » main")
                .doesNotContain("prod");
    }

    @Test
    void shouldFindAStartAgainAfterACrash() {
        assertThat(alreadyDone(commands, slash("run shop/main"))).isEmpty();

        Answer answer = ask("run shop/main");

        assertThat(alreadyDone(commands, slash("run shop/main"))).contains(ActResult.answered(answer));
        assertThat(alreadyDone(commands, slash("status shop/main"))).isEmpty();
        assertThat(jenkins.effects()).hasSize(1);
    }

    @Test
    void shouldSayWhichWordAfterANameItDoesNotUnderstand() {
        assertThat(ask("log shop/main latest please").text())
                .isEqualTo("There is no job *shop/main latest please*, or none that you may see."
                        + " *shop/main* is there, but what does `latest please` mean? `jobs` lists those that you may"
                        + " see, and `help log` says what the command takes.");
        assertThat(ask("log secret/payroll please").text())
                .isEqualTo(
                        "There is no job *secret/payroll please*, or none that you may see. `jobs` lists those that you may"
                                + " see, and `help log` says what the command takes.");
    }

    @Test
    void shouldRunABuildAgain() {
        Answer answer = ask("again shop/main 11");

        assertThat(runs.effects()).containsExactly("again shop/main #11");
        assertThat(answer.placement()).isEqualTo(Placement.IN_CHANNEL);
        assertThat(answer.text()).contains("runs *shop/main #11* again, with the same parameters");
        assertThat(alreadyDone(commands, slash("again shop/main 11"))).contains(ActResult.answered(answer));

        runs.answer(new RebuildResult.Refused("_Job/Build_ is missing"));
        assertThat(ask("again shop/main 11")).isEqualTo(Answer.ephemeral("You may not: _Job/Build_ is missing"));
        assertThat(ask("again secret/payroll 1").text()).contains("There is no job");
    }

    /** What the rules keep out of channels must not be named in one. */
    @Test
    void shouldNotNameAPrivateJobInTheChannel() {
        jenkins.keepOutOfChannels("shop/main")
                .with(event("shop/main", 13, Outcome.SUCCESS).running(true).build());

        assertThat(ask("run shop/main").placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(ask("again shop/main 11").placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(ask("abort shop/main 13").placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(jenkins.effects()).hasSize(2);
    }

    @Test
    void shouldSayWhatMayNotBeDone() {
        jenkins.forbid(ACCOUNT);

        assertThat(ask("run shop/main")).isEqualTo(Answer.ephemeral("You may not build shop/main"));
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldStopTheOneThatRuns() {
        jenkins.with(event("shop/main", 13, Outcome.SUCCESS).running(true).build())
                .with(new BuildProgress(
                        job("shop/main"),
                        new BuildReference("shop/main", 13),
                        "#13",
                        Duration.ZERO,
                        null,
                        false,
                        false));

        assertThat(ask("abort main").placement()).isEqualTo(Placement.IN_CHANNEL);
        assertThat(jenkins.effects()).containsExactly("anna stops shop/main #13");
    }

    @Test
    void shouldAskWhichOfTwoToStop() {
        for (int number : List.of(13, 14)) {
            jenkins.with(new BuildProgress(
                    job("shop/main"),
                    new BuildReference("shop/main", number),
                    "#" + number,
                    Duration.ZERO,
                    null,
                    false,
                    false));
        }

        assertThat(ask("abort main").text()).contains("#13, #14");
        assertThat(jenkins.effects()).isEmpty();
    }

    /** Builds with other parameters wait each by itself. */
    @Test
    void shouldAskWhichOfTwoToTakeOutOfTheQueue() {
        jenkins.with(FakeBuildControl.queued(job("tools/nightly"), 7, Duration.ofMinutes(4), "Waiting for <agent>"))
                .with(FakeBuildControl.queued(job("tools/nightly"), 8, Duration.ofMinutes(3), "?"));

        Answer answer = ask("abort tools/nightly");

        assertThat(jenkins.effects()).isEmpty();
        assertThat(answer.text())
                .contains(
                        "2 builds of",
                        "Nothing was taken out",
                        "1. for 4 min: Waiting for &lt;agent&gt;",
                        "2. for 3 min");
        assertThat(AnswerButtons.of(answer))
                .hasSize(2)
                .extracting(button -> button.get("action_id").getAsString())
                .containsOnly("slack-notify.queue.cancel");
        assertThat(AnswerButtons.of(answer).get(1).get("value").getAsString())
                .contains("tools/nightly", "\"node\":\"8\"");
    }

    @Test
    void shouldTakeAJobOutOfTheQueue() {
        jenkins.with(FakeBuildControl.queued(job("tools/nightly"), 7, Duration.ofMinutes(4), "Waiting for <agent>"));

        assertThat(ask("queue").text()).contains("tools/nightly", "4 min", "Waiting for &lt;agent&gt;");
        jenkins.with(FakeBuildControl.queued(job("ops/nightly"), 8, Duration.ofMinutes(9), "?"));
        assertThat(ask("abort tools/nightly").text()).contains("out of the queue");
        assertThat(jenkins.effects()).containsExactly("anna cancels 7");
        assertThat(ask("abort tools/nightly").text()).contains("runs or waits");
    }

    private Answer attempt(String text, ActChoice choice) {
        return ((ActResult.Done) commands.act(slash(text), choice)).answer().orElseThrow();
    }

    private void run(String job, int number) {
        jenkins.with(new BuildProgress(
                        job(job), new BuildReference(job, number), "#" + number, Duration.ZERO, null, false, false))
                .with(event(job, number, Outcome.SUCCESS).running(true).build());
    }

    @Test
    void shouldStopOnceMoreOnlyWhatItHasStoppedBefore() {
        run("tools/nightly", 5);
        ActChoice choice = FakeChoices.ofOneRequest();
        assertThat(attempt("abort tools/nightly", choice).text()).contains("stops", "#5");
        jenkins.end(new BuildReference("tools/nightly", 5));
        run("tools/nightly", 6);
        jenkins.with(FakeBuildControl.queued(job("tools/nightly"), 8, Duration.ofMinutes(4), "?"));

        assertThat(commands.alreadyDone(slash("abort tools/nightly"), choice)).isEmpty();
        assertThat(attempt("abort tools/nightly", choice).text()).contains("#5", "has ended already");
        assertThat(jenkins.effects()).containsExactly("anna stops tools/nightly #5");
    }

    @Test
    void shouldStopABuildAsSoonAsItIsLoaded() {
        run("tools/nightly", 5);
        BuildReference build = new BuildReference("tools/nightly", 5);
        jenkins.unload(build);
        ActChoice choice = FakeChoices.ofOneRequest();

        var later = (ActResult.Later) commands.act(slash("abort tools/nightly"), choice);
        assertThat(later.inTheEnd().text()).contains("Nothing was done", "#5", "Try again in a few minutes");
        assertThat(jenkins.effects()).isEmpty();

        jenkins.load(build);
        run("tools/nightly", 6);
        assertThat(attempt("abort tools/nightly", choice).text()).contains("stops", "#5");
    }

    /** What a member has had started waits in the queue for a shorter time than the command that takes it back. */
    @Test
    void shouldTakeOutOfTheQueueWhatCameThereAfterTheCommand() {
        jenkins.with(FakeBuildControl.queued(job("tools/nightly"), 7, Duration.ZERO, "?"));
        assertThat(ask("abort tools/nightly").text()).contains("out of the queue");
    }

    /** As Jenkins does after a crash. */
    @Test
    void shouldLeaveInTheQueueWhatHasTheNumberOfWhatItHasChosen() {
        jenkins.with(FakeBuildControl.queued(job("tools/nightly"), 7, Duration.ofMinutes(4), "?"));
        ActChoice choice = FakeChoices.ofOneRequest();
        attempt("abort tools/nightly", choice);
        jenkins.with(FakeBuildControl.queued(job("tools/nightly"), 7, Duration.ofMinutes(3), "?"));

        assertThat(attempt("abort tools/nightly", choice).text()).contains("has left the queue already");
        assertThat(jenkins.queue(ACCOUNT)).hasSize(1);
    }

    /** It has kept the number alone, which may be that of another build by now. */
    @Test
    void shouldLeaveInTheQueueWhatHasTheNumberThatAnEarlierVersionHasChosen() {
        jenkins.with(FakeBuildControl.queued(job("tools/nightly"), 7, Duration.ofMinutes(4), "?"));
        ActChoice choice = FakeChoices.ofOneRequest();
        choice.keep("{\"job\":\"tools/nightly\",\"queueId\":7}");

        assertThat(attempt("abort tools/nightly", choice).text()).contains("has left the queue already");
        assertThat(jenkins.queue(ACCOUNT)).hasSize(1);
    }

    @Test
    void shouldTakeOutOfTheQueueOnceMoreOnlyWhatItHasTakenBefore() {
        jenkins.with(FakeBuildControl.queued(job("tools/nightly"), 7, Duration.ofMinutes(4), "?"));
        ActChoice choice = FakeChoices.ofOneRequest();
        attempt("abort tools/nightly", choice);
        jenkins.with(FakeBuildControl.queued(job("tools/nightly"), 8, Duration.ofMinutes(4), "?"));
        run("tools/nightly", 6);

        assertThat(attempt("abort tools/nightly", choice).text()).contains("has left the queue already");
        assertThat(jenkins.queue(ACCOUNT))
                .extracting(build -> build.slot().id())
                .containsExactly(8L);
    }

    /** A name that was typed may mean another job by now. */
    @Test
    void shouldFindTheStartOfTheJobThatItHasChosen() {
        ActChoice choice = FakeChoices.ofOneRequest();
        Answer answer = attempt("run main", choice);
        jenkins.with("main");

        assertThat(commands.alreadyDone(slash("run main"), choice)).contains(ActResult.answered(answer));

        ActChoice cutOff = FakeChoices.ofOneRequest();
        cutOff.keep("shop/main");
        SlashCommand other = new SlashCommand(Requests.origin("r2", Payloads.ANNA), "/ci", "run main", "builds");
        assertThat(commands.alreadyDone(other, cutOff))
                .as("nothing was started")
                .isEmpty();
        commands.act(other, cutOff);
        assertThat(jenkins.effects()).containsExactly("anna starts shop/main {}", "anna starts shop/main {}");
    }

    @Test
    void shouldRunAgainOnceMoreTheBuildThatItHasChosen() {
        ActChoice choice = FakeChoices.ofOneRequest();
        Answer answer = attempt("again shop/main", choice);
        jenkins.with(event("shop/main", 13, Outcome.SUCCESS).build());

        assertThat(commands.alreadyDone(slash("again shop/main"), choice)).contains(ActResult.answered(answer));
        SlashCommand cutOff = new SlashCommand(Requests.origin("r2", Payloads.ANNA), "/ci", "again shop/main", "b");
        commands.act(cutOff, choice);
        assertThat(runs.effects()).containsExactly("again shop/main #12", "again shop/main #12");
    }

    @Test
    void shouldWaitUntilItKnowsWhoHasAsked() {
        accounts.put(Payloads.ANNA, new MemberAccount.None(MemberAccount.Reason.UNAVAILABLE, "nothing was done", null));

        assertThat(alreadyDone(commands, slash("run shop/main")))
                .hasValueSatisfying(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                ActResult.Later.class,
                                later -> assertThat(later.inTheEnd().text())
                                        .as("where it takes more than minutes")
                                        .contains("cannot find out who you are")));
        accounts.fail(new AccountsUnavailableException("down", null));
        assertThat(alreadyDone(commands, slash("abort shop/main")))
                .hasValueSatisfying(result -> assertThat(result).isInstanceOf(ActResult.Later.class));
    }

    @ParameterizedTest
    @EnumSource(
            value = MemberAccount.Reason.class,
            names = {"UNLINKED", "DEACTIVATED", "ACCOUNT_DISABLED", "ACCOUNT_GONE", "SIGN_IN_TOO_OLD", "GUEST"})
    void shouldNotSayThatNothingWasDoneOnceItMayHaveBeen(MemberAccount.Reason reason) {
        ActChoice choice = FakeChoices.ofOneRequest();
        attempt("run shop/main", choice);
        accounts.put(Payloads.ANNA, new MemberAccount.None(reason, "…, so nothing was done.", null));

        assertThat(commands.alreadyDone(slash("run shop/main"), choice))
                .hasValueSatisfying(result -> assertThat(result.toString())
                        .contains("perhaps it was done", "look in Jenkins")
                        .doesNotContain("nothing was done", "shop/main"));
    }

    @Test
    void shouldUnlinkNoAccountThatWasLinkedSince() {
        links.put(
                Payloads.TEAM,
                Payloads.ANNA,
                new AccountLinks.State.Usable(ACCOUNT, "Anna", null),
                Requests.NOW.plusSeconds(1));

        assertThat(ask("unlink").text()).contains("You have linked the Jenkins account *anna* since", "stays");
        assertThat(links.find(Payloads.TEAM, Payloads.ANNA)).isInstanceOf(AccountLinks.State.Usable.class);
    }

    @Test
    void shouldSayThatABuildHasEnded() {
        assertThat(ask("abort shop/main 12").text()).contains("has ended already");
    }

    @Test
    void shouldShowTheEndOfALogToTheMemberAlone() {
        jenkins.with(new BuildReference("shop/main", 12), new LogTail(List.of("+ make", "  x < y ``` z", ""), false));

        Answer answer = ask("log shop/main lines=3");

        assertThat(answer.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(answer.text()).contains("last 3 lines", "+ make\n  x &lt; y ''' z\n");
    }

    @Test
    void shouldShowOfALogWhatFitsIntoAMessage() {
        jenkins.with(
                new BuildReference("shop/main", 12),
                new LogTail(java.util.Collections.nCopies(100, "<".repeat(400)), false));

        assertThat(ask("log shop/main lines=100").text().length()).isLessThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "all", "101", "1000", "99999", "000", "9999999999999"})
    void shouldRefuseAWrongNumberOfLines(String lines) {
        assertThat(ask("log shop/main lines=" + lines).text()).contains("a number from 1 to 100");
    }

    @Test
    void shouldNameTestsThatFail() {
        assertThat(ask("tests shop/main").text())
                .contains("2 of 9 tests fail, 1 of them new", "`a.NewTest.fails` (new)", "`a.OldTest.fails`");
        assertThat(ask("tests shop/main 11").text()).contains("no test results");
    }

    @Test
    void shouldListWhatMayBeRead() {
        assertThat(ask("jobs").text())
                .contains("Jobs* (3)", "Shop » main", "tools/nightly")
                .doesNotContain("payroll");
        assertThat(ask("jobs night").text()).contains("Jobs* (2)").doesNotContain("Shop");
        assertThat(ask("jobs payroll").text())
                .startsWith("There is no such job that you may see.")
                .isEqualTo(ask("jobs payrola").text().replace("payrola", "payroll"));
    }

    /** The words for what may not be read are those for what is not there. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "main", "run", "again", "abort", "log", "tests"})
    void shouldNotKnowWhatMayNotBeRead(String command) {
        String hidden = ask(command + " secret/payroll").text();
        String missing = ask(command + " secret/payrola").text();

        assertThat(hidden.replace("payroll", "?")).isEqualTo(missing.replace("payrola", "?"));
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldOfferButtonsToChooseFrom() {
        Answer answer = ask("run nightly A=\"b c\"");

        assertThat(jenkins.effects()).isEmpty();
        List<String> values = values(answer);
        assertThat(values).containsExactly("run \"ops/nightly\" A=\"b c\"", "run \"tools/nightly\" A=\"b c\"");

        Answer chosen = ask(press(values.get(1), true));
        assertThat(chosen.placement()).isEqualTo(Placement.IN_CHANNEL);
        assertThat(jenkins.effects()).containsExactly("anna starts tools/nightly {A=b c}");
    }

    /** The names of branches begin with that of their project, and their addresses are long. */
    @Test
    void shouldOfferButtonsThatCanBeToldApart() {
        String project = "platform/" + "department-of-redundancy/".repeat(20);
        for (int number = 0; number < 10; number++) {
            jenkins.with(project + number + "/release");
        }

        Answer answer = ask("run release");

        assertThat(AnswerButtons.of(answer))
                .extracting(button -> button.getAsJsonObject("text").get("text").getAsString())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        label -> assertThat(label).hasSizeLessThanOrEqualTo(75).endsWith("/release"));
        assertThat(JsonParser.parseString(answer.blocks()).getAsJsonArray().asList())
                .map(JsonElement::getAsJsonObject)
                .filteredOn(block -> block.get("type").getAsString().equals("section"))
                .map(block -> block.getAsJsonObject("text").get("text").getAsString())
                .hasSizeGreaterThan(1)
                .allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(3_000));
    }

    private static List<String> values(Answer answer) {
        return AnswerButtons.of(answer).stream()
                .map(button -> button.get("value").getAsString())
                .toList();
    }

    private static BlockAction press(String value, boolean ephemeral) {
        return new BlockAction(
                Requests.origin("r2", Payloads.ANNA),
                List.of(new BlockAction.Action(
                        CommandInteraction.CHOOSE + "0", "b", new FieldValue("button", List.of(value)))),
                null,
                ephemeral,
                null,
                FormState.EMPTY);
    }

    @Test
    void shouldTakeADoubleClickAsOne() {
        ask(press("run shop/main", true));
        BlockAction second = new BlockAction(
                Requests.origin("r3", Payloads.ANNA),
                press("run shop/main", true).actions(),
                null,
                true,
                null,
                FormState.EMPTY);

        assertThat(act(commands, second)).isEqualTo(ActResult.silent());
        assertThat(jenkins.effects()).hasSize(1);
    }

    @Test
    void shouldReplaceTheButtonsByTheAnswer() {
        assertThat(ask(press("status shop/main", true)).placement()).isEqualTo(Placement.REPLACE_ORIGINAL);
    }

    /** An author of a job can post such a button, and others would run a command by it that they do not see. */
    @Test
    void shouldNotTakeAButtonOfAMessageThatOthersSee() {
        assertThat(commands.accepts(press("run shop/main", false))).isFalse();
    }

    /** In a direct message nothing is ephemeral: there a button is known by its seal, for the member to whom it was shown. */
    @Test
    void shouldTakeTheButtonsOfADirectMessageThatItHasMadeItself() {
        Answer answer =
                ask(new DirectMessage(direct("r1", Payloads.ANNA), "run nightly", new MessageReference("3.3", null)));
        JsonObject button = AnswerButtons.of(answer).get(1);
        String id = button.get("action_id").getAsString();
        String value = button.get("value").getAsString();

        assertThat(ask(pressDirectly(Payloads.ANNA, id, value)).text()).contains("has started");
        assertThat(jenkins.effects()).containsExactly("anna starts tools/nightly {}");

        accounts.link("U0BOB0000", "bob");
        for (BlockAction other : List.of(
                pressDirectly("U0BOB0000", id, value),
                pressDirectly(Payloads.ANNA, id, "run shop/main"),
                pressDirectly(Payloads.ANNA, CommandInteraction.CHOOSE + "0", value))) {
            assertThat(ask(other).text()).contains("Nothing was done");
            assertThat(alreadyDone(commands, other)).isEmpty();
        }
        assertThat(jenkins.effects()).hasSize(1);

        ActChoice choice = FakeChoices.ofOneRequest();
        choice.keep("tools/nightly");
        assertThat(commands.alreadyDone(pressDirectly(Payloads.ANNA, CommandInteraction.CHOOSE + "9", value), choice))
                .as("the seal has ended with the process, and the choice says that it was one")
                .hasValueSatisfying(result -> assertThat(result.toString()).contains("has started"));
    }

    private static RequestOrigin direct(String id, String member) {
        return Requests.origin(id, member).in("D0ANNA000");
    }

    private static BlockAction pressDirectly(String member, String actionId, String value) {
        return new BlockAction(
                direct("r7", member),
                List.of(new BlockAction.Action(actionId, "b", new FieldValue("button", List.of(value)))),
                new MessageReference("3.4", null),
                false,
                null,
                FormState.EMPTY);
    }

    @Test
    void shouldListWhatOneMayAnswer() {
        jenkins.with(new BuildProgress(
                        job("shop/main"), new BuildReference("shop/main", 13), "#13", Duration.ZERO, null, true, false))
                .with(new BuildProgress(
                        job("tools/nightly"),
                        new BuildReference("tools/nightly", 1),
                        "#1",
                        Duration.ZERO,
                        null,
                        false,
                        false));
        assertThat(ask("waiting").text())
                .contains("Waiting for you* (1)", "#13")
                .doesNotContain("nightly");

        jenkins.forbid(ACCOUNT);
        assertThat(ask("waiting").text()).isEqualTo("No build waits for an answer of yours.");
    }

    @Test
    void shouldNotOfferAButtonThatWouldChangeAValue() {
        assertThat(values(ask("run nightly A='say \"hi\"'"))).hasSize(2);
        assertThat(values(ask("run nightly A=it's\"so\"")))
                .hasSize(2)
                .allMatch(command -> command.endsWith(" A=「it's\"so\"」"));
        assertThat(values(ask("run nightly A=it's\"so\"」』"))).isEmpty();
    }

    /** Anybody may have called a job like another one. */
    @Test
    void shouldTellJobsApartThatHaveOneNameForPeople() {
        jenkins.with("ops/release", "Ops » release").with("mallory/x", "Ops » release");

        Answer answer = ask("run release");

        assertThat(answer.text())
                .contains("Which one?", "job/release/|Ops » release>*", "job/x/|Ops » release>* (`mallory/x`)");
        assertThat(answer.blocks()).contains("\"text\":\"Ops » release\"", "\"text\":\"mallory/x\"");
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldProposeANearMiss() {
        Answer answer = ask("status shop/mian");

        assertThat(answer.text()).contains("no job *shop/mian*", "Did you mean", "Shop » main");
        assertThat(values(answer)).containsExactly("status \"shop/main\"");
    }

    @Test
    void shouldTakeAnAddress() {
        assertThat(ask("status <" + FakeBuildControl.ROOT + "job/shop/job/main/11/|x>")
                        .text())
                .contains("#11");
        assertThat(ask("status https://elsewhere.example.com/job/shop/").text())
                .contains("not the address of a job of this Jenkins");
    }

    /** Slack writes an address before what looks like one, and people copy a piece of one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://asp.net/main|asp.net/main>",
                "asp.net/main",
                "jenkins.example.com/job/asp.net/job/main/",
                "HTTPS://jenkins.example.com/job/asp.net/job/main/",
                "/job/asp.net/job/main",
                "job/asp.net/job/main/11/console",
                "asp.net/job/main",
                "*<https://jenkins.example.com/job/asp.net/job/main/|asp.net » main>*"
            })
    void shouldTakeAPieceOfAnAddress(String typed) {
        jenkins.with("asp.net/main", "asp.net » main")
                .with(event("asp.net/main", 11, Outcome.SUCCESS).build());

        assertThat(ask("status " + typed + " 11").text()).contains("asp.net", "#11");
    }

    @Test
    void shouldNotKnowAJobThatMayNotBeReadByAPieceOfItsAddress() {
        assertThat(ask("status secret/job/payroll").text())
                .isEqualTo(ask("status secret/other").text().replace("other", "payroll"));
        assertThat(ask("status elsewhere.example.com/job/secret").text())
                .contains("There is no job *elsewhere.example.com/secret*");
    }

    /** Another build than the one that was written would be stopped. */
    @Test
    void shouldTakeTheNumberBehindAnAddress() {
        String address = FakeBuildControl.ROOT + "job/shop/job/main/";

        assertThat(ask("abort " + address + " 11").text()).contains("#11", "has ended already");
        assertThat(ask("status " + address + "11/ #11").text()).contains("#11");
        assertThat(ask("status " + address + "11/ 12").text()).contains("address of build #11", "Which one?");
    }

    /** A build with the parameters that it had is not what was asked for. */
    @Test
    void shouldDoNothingWithValuesThatACommandDoesNotTake() {
        assertThat(ask("again shop/main 12 MODE=full").text()).contains("is there, but what does `12 MODE=full` mean?");
        assertThat(ask("again shop/main MODE=full").text()).contains("what does `MODE=full` mean?");
        assertThat(runs.effects()).isEmpty();

        jenkins.with("a=b").with(event("a=b", 11, Outcome.SUCCESS).build());
        assertThat(ask("status a=b").text()).contains("#11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status shop/main <@U0BOT>", "<@U0BOT>, status shop/main", "*status* shop/main <@U0BOT>!"})
    void shouldUnderstandAMentionWhereverItStands(String text) {
        assertThat(ask(new AppMention(Requests.origin("r1", Payloads.ANNA), text, new MessageReference("1.1", null)))
                        .text())
                .contains("#12");
    }

    @Test
    void shouldMeanTheBuildOfTheThread() {
        bench.inThread = ContextBuilds.of(new BuildReference("shop/main", 11));
        MessageReference reply = new MessageReference("1772366400.000100", THREAD);

        Answer answer = ask(mention("status", reply));

        assertThat(answer.text()).contains("#11");
        assertThat(answer.threadTs()).isEqualTo(THREAD);
        assertThat(ask(mention("status #12", reply)).text()).contains("#12");
        assertThat(ask(mention("status", new MessageReference("1772366400.000100", "1.1")))
                        .text())
                .contains("in the queue");
        assertThat(ask(mention("log", new MessageReference("1772366400.000100", null)))
                        .text())
                .contains("Which job?");
    }

    @Test
    void shouldNotShowABuildOfAThreadThatMayNotBeRead() {
        jenkins.with(event("secret/payroll", 1, Outcome.FAILURE).build());
        bench.inThread = ContextBuilds.of(new BuildReference("secret/payroll", 1));

        assertThat(ask(mention("status", new MessageReference("2.2", THREAD))).text())
                .doesNotContain("payroll");
    }

    @Test
    void shouldAnswerWhatActsInTheThreadOfTheMention() {
        Answer answer = ask(mention("run shop/main", new MessageReference("3.3", null)));

        assertThat(answer.placement()).isEqualTo(Placement.IN_CHANNEL);
        assertThat(answer.threadTs()).isEqualTo("3.3");
    }

    @Test
    void shouldAnswerADirectMessageToStay() {
        Answer answer = ask(new DirectMessage(
                Requests.origin("r1", Payloads.ANNA), "status shop/main", new MessageReference("3.3", null)));

        assertThat(answer.placement()).isEqualTo(Placement.IN_CHANNEL);
        assertThat(answer.threadTs()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "statsu, status",
        "abrot shop, abort",
        "whoam, whoami",
        "hlep, help",
        "xyzzy, ",
        "'<script>', ",
    })
    void shouldProposeACommand(String typed, String near) {
        String answer = ask(typed).text();

        assertThat(answer).contains("I do not know").doesNotContain("<script>");
        if (near == null) {
            assertThat(answer).doesNotContain("Did you mean");
        } else {
            assertThat(answer).contains("Did you mean `" + near + "`");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status shop/main", "run shop/main", "jobs", "log shop/main", "abort shop/main 12"})
    void shouldDoNothingForWhoIsNotLinked(String text) {
        accounts.put(
                Payloads.ANNA,
                new MemberAccount.None(
                        MemberAccount.Reason.UNLINKED, "Who?", new MemberAccount.HelpLink("Link", "https://ci/link")));

        Answer answer = ask(text);

        assertThat(answer.text()).isEqualTo("Who?");
        assertThat(answer.blocks()).contains("https://ci/link");
        assertThat(jenkins.effects()).isEmpty();
        assertThat(alreadyDone(commands, slash(text))).isEmpty();
    }

    @Test
    void shouldHelpWhoIsNotLinked() {
        accounts.put(Payloads.ANNA, new MemberAccount.None(MemberAccount.Reason.UNLINKED, "Who?", null));

        assertThat(ask("help").text()).contains("`/ci`", "`run JOB", "`link`", "Who? `link` changes that.");
        assertThat(ask("").text()).isEqualTo(ask("help").text());
        assertThat(ask("ping").text()).contains("by HTTP", "Slack Notify 1.2", "Switched on: commands", "Who?");
    }

    @Test
    void shouldSayWhoOneIs() {
        assertThat(ask("whoami").text()).contains("You are *anna*");
        assertThat(ask("link").blocks()).contains(FakeBuildControl.ROOT + "link?code=");
    }

    @ParameterizedTest
    @CsvSource({
        "GUEST, false",
        "OUTSIDER, false",
        "DEACTIVATED, false",
        "ACCOUNT_DISABLED, true",
        "SIGN_IN_TOO_OLD, true"
    })
    void shouldOfferALinkToWhoMayHaveOne(MemberAccount.Reason reason, boolean offered) {
        accounts.put(Payloads.ANNA, new MemberAccount.None(reason, "No", null));

        Answer answer = ask("link");

        assertThat(answer.blocks() != null).isEqualTo(offered);
    }

    @Test
    void shouldUnlink() {
        links.put(Payloads.TEAM, Payloads.ANNA, new AccountLinks.State.Usable(ACCOUNT, "Anna", null));

        assertThat(ask("unlink <@U0BOB>").text()).contains("Nothing was done", "your own link alone");
        assertThat(ask("unlink").text()).contains("not linked with the Jenkins account *anna* any more");
        accounts.put(Payloads.ANNA, new MemberAccount.None(MemberAccount.Reason.UNLINKED, "Who?", null));
        assertThat(ask("unlink").text()).contains("linked with no Jenkins account");
    }

    @Test
    void shouldSayThatTheRealmIsSilent() {
        accounts.fail(new AccountsUnavailableException("down", new IllegalStateException()));

        assertThat(ask("status shop/main").text()).contains("cannot ask its security realm");
    }

    @Test
    void shouldOpenAFormWhereAParameterHasNoDefault() {
        jenkins.with("tools/nightly", new JobParameter("TARGET", JobParameter.Kind.TEXT, "", List.of()))
                .with(
                        "tools/nightly",
                        new JobParameter("MODE", JobParameter.Kind.CHOICE, "full", List.of("fast", "full")))
                .with("tools/nightly", new JobParameter("KEY", JobParameter.Kind.ON_THE_PAGE, null, List.of()));

        Answer answer = ask("build tools/nightly");

        assertThat(answer.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(answer.text()).contains("opened a form", "tools/nightly");
        assertThat(modals.last())
                .contains("TARGET", "MODE", "\"initial_option\"", "`KEY` can be given on the job's page alone");
        assertThat(jenkins.effects()).isEmpty();
    }

    /** Whoever has filled it in would be told then that it was for nothing. */
    @Test
    void shouldOpenNoFormForWhoMayNotStartTheJob() {
        jenkins.with("tools/nightly", new JobParameter("TARGET", JobParameter.Kind.TEXT, "", List.of()))
                .forbid(ACCOUNT);

        assertThat(ask("build tools/nightly")).isEqualTo(Answer.ephemeral("You may not build tools/nightly"));
        assertThat(modals.shown()).isEmpty();
    }

    @Test
    void shouldStartWithoutAFormWhatHasDefaultsOrIsTyped() {
        jenkins.with("tools/nightly", new JobParameter("TARGET", JobParameter.Kind.TEXT, "test", List.of()));
        assertThat(ask("build tools/nightly").text()).contains("has started");

        jenkins.with("ops/nightly", new JobParameter("TARGET", JobParameter.Kind.TEXT, "", List.of()));
        assertThat(ask("build ops/nightly TARGET=x").text()).contains("has started");
        assertThat(ask("build ops/nightly TARGET=").text()).contains("has started");
        assertThat(modals.shown()).isEmpty();
        assertThat(jenkins.effects()).hasSize(3);
    }

    /** The label of a node, for example, is no text for Jenkins, though it is given as one. */
    @Test
    void shouldStartWithoutAFormWhatHasADefaultThatIsNotShown() {
        jenkins.with("tools/nightly", new JobParameter("NODE", JobParameter.Kind.TEXT, null, List.of(), true));

        assertThat(ask("build tools/nightly").text()).contains("has started");

        jenkins.with("tools/nightly", new JobParameter("TARGET", JobParameter.Kind.TEXT, null, List.of(), false));
        assertThat(ask("build tools/nightly").text()).contains("opened a form");
        assertThat(modals.last()).containsOnlyOnce("Left empty, it has its default.");
    }

    /** As on Jenkins' page. Who knows its name can give it all the same. */
    @Test
    void shouldShowNoParameterInAFormThatItsAuthorHasHidden() {
        jenkins.with("tools/nightly", new JobParameter("FROM", JobParameter.Kind.HIDDEN, "", List.of()));
        assertThat(ask("build tools/nightly").text()).contains("has started");

        jenkins.with("tools/nightly", new JobParameter("TARGET", JobParameter.Kind.TEXT, "", List.of()));
        ask("build tools/nightly");
        assertThat(modals.last()).contains("TARGET").doesNotContain("FROM");

        ask("build tools/nightly FROM=x");
        assertThat(jenkins.effects()).last().isEqualTo("anna starts tools/nightly {FROM=x}");
    }

    /** Whoever cannot tell two choices apart takes the wrong one. */
    @Test
    void shouldOfferChoicesThatCanBeToldApart() {
        String image = "registry.example.com/platform/services/checkout/backend/release-candidate/image:";
        jenkins.with("tools/nightly", new JobParameter("TARGET", JobParameter.Kind.TEXT, "", List.of()))
                .with(
                        "tools/nightly",
                        new JobParameter(
                                "IMAGE", JobParameter.Kind.CHOICE, "gone", List.of(image + "1.4.0", image + "1.4.1")));

        ask("build tools/nightly");

        assertThat(modals.last())
                .contains("/image:1.4.0\"", "/image:1.4.1\"")
                .as("of a default that is no choice any more")
                .doesNotContain("initial_option");
    }

    /** Who has closed the form has chosen nothing, and neither has who was too slow for it. */
    @Test
    void shouldNotStartWithoutTheFormWhatNeedsOne() {
        jenkins.with("ops/nightly", new JobParameter("TARGET", JobParameter.Kind.TEXT, "", List.of()));
        modals.close();
        assertThat(ask("build ops/nightly").text())
                .contains("I did not start", "`TARGET` has no default", "`NAME=value`");
        assertThat(modals.last()).contains("Asking Jenkins…");
        modals.expire();
        assertThat(ask("build ops/nightly").text()).contains("I did not start");
        assertThat(ask(mention("build ops/nightly", new MessageReference("3.3", null)))
                        .text())
                .contains("I did not start");
        assertThat(alreadyDone(commands, slash("build ops/nightly"))).isEmpty();
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldSayInTheWindowThatSlackTakesNoFormOfTheJob() {
        jenkins.with("ops/nightly", new JobParameter("TARGET", JobParameter.Kind.TEXT, "", List.of()));
        modals.refuseNext();

        assertThat(ask("build ops/nightly").text()).contains("I did not start");
        assertThat(modals.last()).contains("The form could not be shown.", "`NAME=value`");
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldLeadToThePageWhereAFileHasToBeGiven() {
        jenkins.with("ops/nightly", new JobParameter("TARGET", JobParameter.Kind.LINES, null, List.of()))
                .with("ops/nightly", new JobParameter("FILE", JobParameter.Kind.MISSING, null, List.of()));

        assertThat(ask("build ops/nightly").text())
                .contains(
                        "I did not start *<" + FakeBuildControl.ROOT + "job/ops/job/nightly/|",
                        "`FILE` has no default",
                        "Start it there")
                .doesNotContain("TARGET");
        assertThat(modals.shown()).isEmpty();
    }

    @Test
    void shouldOfferInTheFormOnlyWhatComesBackAsItWas() {
        String lines = "one\ntwo";
        jenkins.with("ops/nightly", new JobParameter("TARGET", JobParameter.Kind.TEXT, "", List.of()))
                .with("ops/nightly", new JobParameter("LONG", JobParameter.Kind.TEXT, "x".repeat(3_001), List.of()))
                .with("ops/nightly", new JobParameter("LINES", JobParameter.Kind.TEXT, lines, List.of()))
                .with("ops/nightly", new JobParameter("NONE", JobParameter.Kind.CHOICE, "", List.of("", "a")));

        ask("build ops/nightly");

        assertThat(modals.last())
                .contains("`LONG` can be given on the job's page alone", "(empty)")
                .contains("\"multiline\":true,\"max_length\":3000,\"initial_value\":\"one\\ntwo\"")
                .doesNotContain("xxx");
    }

    @Test
    void shouldDoTheCommandsInTheMenuOfAMessage() {
        bench.inThread = ContextBuilds.of(new BuildReference("shop/main", 12));
        for (MessageShortcut chosen : List.of(MessageShortcut.STATUS, MessageShortcut.WHY)) {
            Answer answer = ask(new Shortcut(
                    Requests.origin("r1", Payloads.ANNA),
                    chosen.callbackId(),
                    new MessageReference(THREAD, null),
                    "B0BOT"));
            assertThat(answer.placement()).isEqualTo(Placement.EPHEMERAL);
            assertThat(answer.text()).as(chosen.name()).contains("Mallory");
        }
        assertThat(commands.accepts(
                        new Shortcut(Requests.origin("r1", Payloads.ANNA), "slack-notify.other", null, null)))
                .isFalse();
    }

    /** Somebody else's, or one that is too old; and one whose job is deleted, or may not be read any more. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUBSCRIBE")
    void shouldSayThatAMessageIsAboutNoBuild(MessageShortcut chosen) {
        assertThat(ask(shortcut(chosen)).text()).contains("I know of no build that this message is about");

        bench.inThread = ContextBuilds.of(new BuildReference("secret/payroll", 1));
        assertThat(ask(shortcut(chosen)).text()).contains("is about is not there any more, or you may not see it");
        assertThat(runs.effects()).isEmpty();
    }

    private static Shortcut shortcut(MessageShortcut chosen) {
        return new Shortcut(
                Requests.origin("r1", Payloads.ANNA), chosen.callbackId(), new MessageReference(THREAD, null), "B0BOT");
    }

    private void digest(BuildReference... builds) {
        bench.inThread = new ContextBuilds(List.of(builds), true);
    }

    @Test
    void shouldAskWhichBuildOfADigestIsMeantAndRunNone() {
        digest(
                new BuildReference("shop/main", 12),
                new BuildReference("tools/nightly", 3),
                new BuildReference("secret/payroll", 1));

        Answer answer = ask(shortcut(MessageShortcut.AGAIN));

        assertThat(answer.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(answer.text())
                .contains("several builds. Which one?", "Shop » main", "#12", "tools/nightly", "#3")
                .doesNotContain("payroll");
        assertThat(values(answer)).containsExactly("again \"shop/main\" #12", "again \"tools/nightly\" #3");
        assertThat(runs.effects()).isEmpty();
        assertThat(alreadyDone(commands, shortcut(MessageShortcut.AGAIN))).isEmpty();

        ask(values(answer).get(0));
        assertThat(runs.effects()).containsExactly("again shop/main #12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abort", "log", "why", "status", "tests", "again"})
    void shouldAskInTheThreadOfADigestWhichBuildIsMeant(String command) {
        digest(new BuildReference("shop/main", 12), new BuildReference("shop/main", 11));

        Answer answer = ask(mention(command, new MessageReference("3.3", THREAD)));

        assertThat(values(answer)).containsExactly(command + " \"shop/main\" #12", command + " \"shop/main\" #11");
        assertThat(answer.threadTs()).isEqualTo(THREAD);
        assertThat(jenkins.effects()).isEmpty();
        assertThat(runs.effects()).isEmpty();
    }

    /** A digest of which all builds but one are forgotten may have been about another one. */
    @Test
    void shouldAskForTheBuildOfADigestThoughOnlyOneIsKnown() {
        digest(new BuildReference("shop/main", 12));

        assertThat(values(ask(mention("again", new MessageReference("3.3", THREAD)))))
                .containsExactly("again \"shop/main\" #12");
        assertThat(runs.effects()).isEmpty();
    }

    @Test
    void shouldAskForTheJobWhereNoBuildMatters() {
        digest(
                new BuildReference("shop/main", 12),
                new BuildReference("shop/main", 11),
                new BuildReference("tools/nightly", 3));

        Answer answer = ask(mention("run", new MessageReference("3.3", THREAD)));

        assertThat(answer.text()).contains("several builds. Which job?");
        assertThat(values(answer)).containsExactly("run \"shop/main\"", "run \"tools/nightly\"");
        assertThat(jenkins.effects()).isEmpty();
    }

    @Test
    void shouldTakeTheBuildOfADigestWhoseNumberIsTyped() {
        digest(new BuildReference("shop/main", 12), new BuildReference("tools/nightly", 3));

        assertThat(ask(mention("status #12", new MessageReference("3.3", THREAD)))
                        .text())
                .contains("#12", "Mallory");
        assertThat(values(ask(mention("status #7", new MessageReference("3.3", THREAD)))))
                .containsExactly("status \"shop/main\" #7", "status \"tools/nightly\" #7");
    }

    @Test
    void shouldOfferNoMoreThanTenBuildsOfADigest() {
        BuildReference[] builds = IntStream.rangeClosed(1, 14)
                .mapToObj(number -> new BuildReference("shop/main", number))
                .toArray(BuildReference[]::new);
        digest(builds);

        Answer answer = ask(shortcut(MessageShortcut.LOG));

        assertThat(values(answer)).hasSize(10);
        assertThat(answer.text()).contains("… and 4 more. Write the name after `log`");
    }
}
