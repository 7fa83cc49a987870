package io.jenkins.plugins.slacknotify.gallery;

import static io.jenkins.plugins.slacknotify.event.Trend.FIXED;
import static io.jenkins.plugins.slacknotify.event.Trend.REGRESSED;
import static io.jenkins.plugins.slacknotify.event.Trend.SAME;
import static io.jenkins.plugins.slacknotify.event.Trend.STILL_FAILING;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.ABORTED;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.FAILURE;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.SUCCESS;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.UNSTABLE;

import com.slack.api.model.block.ActionsBlock;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.InputQuestion.Ending;
import io.jenkins.plugins.slacknotify.event.InputQuestion.InputAnswer;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.message.DigestRenderer;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.message.MessageRenderer;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.message.ThreadRenderer;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonRow;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import io.jenkins.plugins.slacknotify.message.wording.PhraseLanguage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The exhibits of the gallery, which are messages from a day of a web shop. */
final class Exhibits {
    private static final MessageRenderer MESSAGES = new MessageRenderer();
    private static final ThreadRenderer THREADS = new ThreadRenderer();

    private Exhibits() {}

    static List<Exhibit> all() {
        return List.of(
                build("broke", broke()),
                stillFailing(),
                build("fixed", fixed()),
                flaky(),
                toolSays(),
                german(),
                ownEmoji(),
                personal(),
                build("pull-request", pullRequest()),
                build("succeeded", succeeded()),
                build("aborted", aborted()),
                build("running", running()),
                life(),
                answered(),
                buttons("buttons-question", waiting(null)),
                buttons("buttons-bad", broke()),
                buttons("buttons-claimed", claimed()),
                build("running-long", runningLong()),
                rerun(),
                build("downstream", startedOthers()),
                late(),
                said(),
                digest());
    }

    private static BuildEvent broke() {
        return SampleBuilds.ofBranch("main", 41)
                .that(FAILURE, REGRESSED)
                .lasting(Duration.ofSeconds(372))
                .causedBy("Push event to branch main")
                .with(SampleBuilds.COMMITS)
                .finding(SampleBuilds.MAIN.toBuilder()
                        .tests(SampleBuilds.FIGURES)
                        .failedStage(SampleBuilds.TEST_STAGE)
                        .usualDuration(Duration.ofMinutes(4))
                        .build())
                .build();
    }

    private static BuildEvent stillFails() {
        return SampleBuilds.ofBranch("main", 43)
                .that(FAILURE, STILL_FAILING)
                .lasting(Duration.ofSeconds(98))
                .causedBy("Push event to branch main")
                .with(new Change(
                        "9c", "Grace Hopper", "Raise the timeout of the deployment", SampleBuilds.commit("9c41b")))
                .finding(SampleBuilds.MAIN.toBuilder()
                        .failedStage(SampleBuilds.DEPLOY_STAGE)
                        .failureStreak(streak(3))
                        .build())
                .build();
    }

    /** What follows in the thread: one line where nothing is new, then another error with its commit. */
    private static Exhibit stillFailing() {
        BuildEvent first = broke();
        BuildEvent same = SampleBuilds.ofBranch("main", 42)
                .that(FAILURE, STILL_FAILING)
                .finding(first.findings().toBuilder()
                        .tests(SampleBuilds.FIGURES_AGAIN)
                        .failureStreak(streak(2))
                        .build())
                .build();
        BuildEvent other = stillFails();
        return new Exhibit(
                "still-fails",
                rendered(first),
                List.of(
                        MESSAGES.renderAgain(same, severity(same), false, first),
                        MESSAGES.renderAgain(other, severity(other), false, same)));
    }

    private static FailureStreak streak(int builds) {
        return new FailureStreak(
                41,
                SampleBuilds.NOW.minus(Duration.ofMinutes(95 + 4)),
                SampleBuilds.NOW.minus(Duration.ofMinutes(95)),
                builds,
                false);
    }

    /** A build that passes when it is run again: the first message says so, and the channel is spared. */
    private static Exhibit flaky() {
        BuildEvent bad = pullRequest();
        BuildEvent good = SampleBuilds.ofBranch("PR-217", 4)
                .that(SUCCESS, FIXED)
                .finding(SampleBuilds.PULL_REQUEST.toBuilder()
                        .rerunOf(bad.key())
                        .flakyTests(bad.findings().tests().newlyFailing())
                        .build())
                .build();
        return new Exhibit(
                "flaky", MESSAGES.renderResolved(bad, severity(bad), good, severity(good)), List.of(rendered(good)));
    }

    /** A freestyle build, whose log says why. */
    private static Exhibit toolSays() {
        BuildEvent event = SampleBuilds.aJob("nightly » backup", 77)
                .that(FAILURE, REGRESSED)
                .causedBy("Started by timer")
                .finding(Findings.builder()
                        .failedStage(new FailedStage(
                                null,
                                null,
                                List.of("+ rsync -a /data backup:", "rsync: No space left on device (28)", "exit 11")))
                        .build())
                .build();
        return build("log-says-why", event);
    }

    private static Exhibit german() {
        BuildEvent event = broke();
        return PhraseLanguage.in(Locale.GERMAN, () -> build("german", event));
    }

    private static Exhibit ownEmoji() {
        EmojiSet own = EmojiSet.parse(List.of("fixed :tada:", "error :boom:"));
        return own.use(() -> build("own-emoji", fixed()));
    }

    private static Exhibit personal() {
        RenderedMessage message = MESSAGES.withExplanation(
                rendered(broke()), Set.of(Involvement.BREAKER), "https://jenkins.example.com/user/ada/slack/");
        return new Exhibit("direct-message", message, List.of());
    }

    private static BuildEvent fixed() {
        FailureStreak series = new FailureStreak(
                41,
                SampleBuilds.NOW.minus(Duration.ofMinutes(130 + 4)),
                SampleBuilds.NOW.minus(Duration.ofMinutes(130)),
                3,
                false);
        return SampleBuilds.ofBranch("main", 44)
                .that(SUCCESS, FIXED)
                .lasting(Duration.ofSeconds(251))
                .causedBy("Push event to branch main")
                .with(new Change(
                        "d0", "Ada Lovelace", "Round prices the way the bank does", SampleBuilds.commit("d0a7e")))
                .finding(SampleBuilds.MAIN.toBuilder()
                        .tests(SampleBuilds.GOOD_FIGURES)
                        .failureStreak(series)
                        .build())
                .build();
    }

    private static BuildEvent pullRequest() {
        return SampleBuilds.ofBranch("PR-217", 3)
                .that(UNSTABLE, REGRESSED)
                .lasting(Duration.ofSeconds(233))
                .causedBy("Pull request #217 updated")
                .with(new Change(
                        "77", "Alan Turing", "Guess the address from the postcode", SampleBuilds.commit("77fe2")))
                .finding(SampleBuilds.PULL_REQUEST.toBuilder()
                        .tests(SampleBuilds.ONE_NEW_FAILURE)
                        .build())
                .build();
    }

    private static BuildEvent succeeded() {
        return SampleBuilds.aJob("nightly » load-test", 512)
                .that(SUCCESS, SAME)
                .lasting(Duration.ofMinutes(131))
                .causedBy("Started by timer")
                .finding(
                        Findings.builder().usualDuration(Duration.ofMinutes(62)).build())
                .build();
    }

    private static BuildEvent aborted() {
        return SampleBuilds.aJob("shop » release", 18)
                .that(ABORTED, SAME)
                .causedBy("Started by user Grace Hopper")
                .build();
    }

    private static BuildEvent running() {
        return SampleBuilds.aJob("shop » release", 19)
                .running()
                .lasting(Duration.ofMinutes(48))
                .causedBy("Started by user Grace Hopper")
                .finding(
                        Findings.builder().usualDuration(Duration.ofMinutes(20)).build())
                .build();
    }

    /** The start of a build, and in its thread the question that follows. */
    private static Exhibit life() {
        BuildEvent started = release(21)
                .during(Milestone.STARTED)
                .lasting(Duration.ZERO)
                .finding(
                        Findings.builder().usualDuration(Duration.ofMinutes(20)).build())
                .build();
        return new Exhibit("started", rendered(started), List.of(rendered(waiting(null))));
    }

    private static Exhibit answered() {
        InputAnswer answer = new InputAnswer(
                Ending.ANSWERED,
                "Ada Lovelace",
                Duration.ofMinutes(12),
                List.of("version = 2.5", "notes = Search is fast"));
        return new Exhibit("answered", rendered(waiting(answer)), List.of());
    }

    /** A message as it is where this Jenkins takes presses of buttons. */
    private static Exhibit buttons(String name, BuildEvent event) {
        RenderedMessage message = rendered(event);
        ActionsBlock row = ButtonRow.acting(event, Severity.INFO).orElseThrow();
        return new Exhibit(name, MESSAGES.withButtons(message, row), List.of());
    }

    private static BuildEvent claimed() {
        BuildEvent broke = broke();
        return broke.toBuilder()
                .findings(broke.findings().toBuilder().claimedBy("Ada Lovelace").build())
                .build();
    }

    private static BuildEvent waiting(@CheckForNull InputAnswer answer) {
        InputDetails details = new InputDetails(
                "Release", "Release it", "release-managers, ada", List.of("version", "notes"), true, 19);
        return release(21)
                .during(Milestone.waitingFor(new InputQuestion("7", "Release 2.5 to everybody?", answer, details)))
                .lasting(Duration.ofMinutes(17))
                .with(new Change("9e", "Grace Hopper", "Speed up the search", SampleBuilds.commit("9e0f1")))
                .build();
    }

    private static BuildEvent runningLong() {
        return SampleBuilds.aJob("nightly » load-test", 513)
                .during(Milestone.RUNNING_LONG)
                .lasting(Duration.ofMinutes(124))
                .causedBy("Started by timer")
                .finding(
                        Findings.builder().usualDuration(Duration.ofMinutes(62)).build())
                .build();
    }

    /** A failed build, and in its thread the result of its replay. */
    private static Exhibit rerun() {
        BuildEvent failed = release(22)
                .that(FAILURE, REGRESSED)
                .finding(Findings.builder()
                        .failedStage(SampleBuilds.DEPLOY_STAGE)
                        .build())
                .build();
        BuildEvent again = release(24)
                .that(SUCCESS, SAME)
                .finding(Findings.builder().rerunOf(failed.key()).build())
                .build();
        return new Exhibit("rerun", rendered(failed), List.of(MESSAGES.renderHeadline(again, severity(again))));
    }

    private static BuildEvent startedOthers() {
        return SampleBuilds.aJob("platform » all", 61)
                .that(FAILURE, REGRESSED)
                .lasting(Duration.ofMinutes(19))
                .causedBy("Started by timer")
                .finding(Findings.builder()
                        .failedStage(SampleBuilds.DOWNSTREAM_STAGE)
                        .downstream(SampleBuilds.DOWNSTREAM)
                        .build())
                .build();
    }

    private static BuildEvents release(int number) {
        return SampleBuilds.aJob("shop » release", number).causedBy("Started by user Grace Hopper");
    }

    private static RenderedMessage rendered(BuildEvent event) {
        return MESSAGES.render(event, severity(event), false);
    }

    private static Exhibit late() {
        BuildEvent event = SampleBuilds.aJob("docs", 7).that(FAILURE, REGRESSED).build();
        return new Exhibit("late", MESSAGES.render(event, Severity.ERROR, true), List.of());
    }

    private static Exhibit said() {
        BuildEvent event = SampleBuilds.aJob("shop » release", 20).running().build();
        String text = ":rocket: Release *2.4* is out. <https://shop.example.org|Have a look>!";
        return new Exhibit(
                "said-by-a-job", MESSAGES.render(text, MessageFormat.PLAIN, event, Severity.INFO, false), List.of());
    }

    private static Exhibit digest() {
        List<DigestRenderer.Item> items = List.of(
                item("shop/checkout", "shop » checkout", 88, FAILURE, "no space left on device"),
                item("shop/search", "shop » search", 12, FAILURE, "connect ECONNREFUSED 10.0.0.7:9200"),
                item("shop/cart", "shop » cart", 140, FAILURE, "Cart.java:[17,9] cannot find symbol"),
                item("docs", "docs", 8, UNSTABLE, null));
        return new Exhibit("digest", new DigestRenderer().render(items, false, 0), List.of());
    }

    private static DigestRenderer.Item item(
            String key, String job, int number, Outcome outcome, @CheckForNull String error) {
        BuildEvent event = SampleBuilds.aJob(job, number)
                .of(key)
                .that(outcome, REGRESSED)
                .finding(Findings.builder()
                        .failedStage(error == null ? null : new FailedStage("Test", error, List.of()))
                        .build())
                .build();
        return new DigestRenderer.Item(event, severity(event));
    }

    private static Exhibit build(String name, BuildEvent event) {
        return new Exhibit(name, rendered(event), THREADS.render(event, true, ThreadRenderer.Known.MESSAGE));
    }

    private static Severity severity(BuildEvent event) {
        return SeverityPolicy.defaults().rate(event);
    }
}
