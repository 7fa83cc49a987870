package io.jenkins.plugins.slacknotify.message;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.BuildPages;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuild;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.Promotion;
import io.jenkins.plugins.slacknotify.event.build.TestFailure;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generates builds of any size, shape and content. All their addresses are of {@code *.example.org}. */
public final class RandomBuild {
    private final Random random;
    private final RandomText text;

    public RandomBuild(Random random) {
        this.random = random;
        this.text = new RandomText(random);
    }

    public BuildEvent next() {
        BuildEvents build = aBuild().named(text.next(), text.next())
                .at(maybe(() -> "https://ci.example.org/job/" + text.next() + "/"))
                .causedBy(maybe(text::next))
                .with(some(30, this::change).toArray(Change[]::new))
                .lasting(duration())
                .that(any(Outcome.values()), any(Trend.values()))
                .finding(findings());
        return switch (random.nextInt(10)) {
            case 0, 1 -> build.running().build();
            case 2, 3 -> build.during(moment()).build();
            default -> build.build();
        };
    }

    private Milestone moment() {
        return switch (random.nextInt(4)) {
            case 0 -> Milestone.STARTED;
            case 1 -> Milestone.RUNNING_LONG;
            default ->
                Milestone.waitingFor(new InputQuestion(
                        text.next(), maybe(text::next), maybe(this::answer), maybe(this::inputDetails)));
        };
    }

    private InputQuestion.InputAnswer answer() {
        return new InputQuestion.InputAnswer(
                any(InputQuestion.Ending.values()), maybe(text::next), maybe(this::duration), texts(12));
    }

    private InputDetails inputDetails() {
        return new InputDetails(
                maybe(text::next),
                maybe(text::next),
                maybe(text::next),
                maybe(text::next),
                texts(30),
                random.nextBoolean(),
                maybe(() -> random.nextInt(1_000)),
                null);
    }

    private List<String> texts(int limit) {
        return some(limit, text::next).toList();
    }

    private Change change() {
        return new Change(
                maybe(text::next), text.next(), text.next(), maybe(() -> "https://git.example.org/" + text.next()));
    }

    private Findings findings() {
        return Findings.builder()
                .tests(maybe(this::tests))
                .failedStages(some(12, this::stage).toList())
                .moreFailedStages(random.nextInt(5))
                .interruption(maybe(this::interruption))
                .description(maybe(text::next))
                .viewpoint(maybe(text::next))
                .promotion(maybe(() -> new Promotion(text.next(), text.next())))
                .usualDuration(maybe(this::duration))
                .branch(maybe(this::branch))
                .failureStreak(maybe(this::series))
                .rerunOf(maybe(() -> new BuildKey(text.next(), random.nextInt(), STARTED)))
                .pages(maybe(() -> new BuildPages(maybe(this::page), maybe(this::page), maybe(this::page))))
                .downstream(maybe(this::downstream))
                .build();
    }

    private DownstreamBuilds downstream() {
        List<DownstreamBuild> builds = some(30, this::downstreamBuild).toList();
        return new DownstreamBuilds(random.nextInt(3) == 0 ? random.nextInt() : builds.size(), builds);
    }

    private DownstreamBuild downstreamBuild() {
        return new DownstreamBuild(text.next(), maybe(this::page), maybe(() -> any(Outcome.values())));
    }

    private String page() {
        return "https://ci.example.org/" + text.next();
    }

    private TestResultSummary tests() {
        List<String> failing = some(200, text::next).toList();
        int failed = random.nextInt(3) == 0 ? random.nextInt() : failing.size();
        int newlyFailed = random.nextInt(3) == 0 ? random.nextInt() : failing.size() / 2;
        return new TestResultSummary(
                        random.nextInt(),
                        failed,
                        random.nextInt(),
                        newlyFailed,
                        failing.subList(0, failing.size() / 2),
                        failing,
                        maybe(text::next))
                .withDetails(failing.stream()
                        .limit(random.nextInt(9))
                        .map(this::failure)
                        .toList());
    }

    private TestFailure failure(String name) {
        return new TestFailure(name, maybe(text::next), maybe(this::count), maybe(this::count), random.nextBoolean());
    }

    private TestFailure.Count count() {
        return new TestFailure.Count(random.nextInt(), random.nextInt());
    }

    private FailedStage stage() {
        Outcome[] outcomes = {Outcome.FAILURE, Outcome.UNSTABLE, Outcome.ABORTED};
        return new FailedStage(
                maybe(text::next),
                any(outcomes),
                maybe(text::next),
                some(60, text::next).toList());
    }

    private Interruption interruption() {
        return new Interruption(any(Interruption.Kind.values()), maybe(text::next));
    }

    private Branch branch() {
        return new Branch(
                text.next(),
                text.next(),
                random.nextBoolean(),
                maybe(() -> new Branch.PullRequest(
                        text.next(), maybe(text::next), maybe(() -> "https://git.example.org/pull/" + text.next()))));
    }

    private FailureStreak series() {
        return new FailureStreak(
                random.nextInt(),
                STARTED.minus(duration()),
                STARTED.minus(duration()),
                random.nextInt(),
                random.nextBoolean());
    }

    private Duration duration() {
        return Duration.ofMillis(random.nextLong() >> (20 + random.nextInt(30)));
    }

    private <T> Stream<T> some(int most, Supplier<T> supplier) {
        int count = random.nextInt(4) == 0 ? random.nextInt(most + 1) : random.nextInt(3);
        return IntStream.range(0, count).mapToObj(number -> supplier.get());
    }

    @CheckForNull
    private <T> T maybe(Supplier<T> supplier) {
        return random.nextInt(4) == 0 ? null : supplier.get();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
