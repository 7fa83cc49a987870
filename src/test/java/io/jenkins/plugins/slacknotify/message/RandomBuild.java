package io.jenkins.plugins.slacknotify.message;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BadSeries;
import io.jenkins.plugins.slacknotify.event.Branch;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.BuildPages;
import io.jenkins.plugins.slacknotify.event.Change;
import io.jenkins.plugins.slacknotify.event.DownstreamBuild;
import io.jenkins.plugins.slacknotify.event.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.event.EventKey;
import io.jenkins.plugins.slacknotify.event.FailedStage;
import io.jenkins.plugins.slacknotify.event.Findings;
import io.jenkins.plugins.slacknotify.event.Moment;
import io.jenkins.plugins.slacknotify.event.Outcome;
import io.jenkins.plugins.slacknotify.event.Question;
import io.jenkins.plugins.slacknotify.event.TestFigures;
import io.jenkins.plugins.slacknotify.event.Trend;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds of any size, shape and content, by chance. All addresses that it knows are of {@code *.example.org}. */
final class RandomBuild {
    private final Random random;
    private final RandomText text;

    RandomBuild(Random random) {
        this.random = random;
        this.text = new RandomText(random);
    }

    BuildEvent next() {
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

    private Moment moment() {
        return switch (random.nextInt(4)) {
            case 0 -> Moment.STARTED;
            case 1 -> Moment.RUNNING_LONG;
            default -> Moment.asking(new Question(text.next(), maybe(text::next), maybe(this::answer)));
        };
    }

    private Question.Answer answer() {
        return new Question.Answer(any(Question.Ending.values()), maybe(text::next), maybe(this::duration));
    }

    private Change change() {
        return new Change(
                maybe(text::next), text.next(), text.next(), maybe(() -> "https://git.example.org/" + text.next()));
    }

    private Findings findings() {
        return new Findings(
                maybe(this::tests),
                maybe(this::stage),
                maybe(this::duration),
                maybe(this::branch),
                maybe(this::series),
                Set.of(),
                maybe(() -> new EventKey(text.next(), random.nextInt(), STARTED)),
                maybe(() -> new BuildPages(maybe(this::page), maybe(this::page), maybe(this::page))),
                maybe(this::downstream));
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

    private TestFigures tests() {
        List<String> failing = some(200, text::next).toList();
        int failed = random.nextInt(3) == 0 ? random.nextInt() : failing.size();
        int newlyFailed = random.nextInt(3) == 0 ? random.nextInt() : failing.size() / 2;
        return new TestFigures(
                random.nextInt(),
                failed,
                random.nextInt(),
                newlyFailed,
                failing.subList(0, failing.size() / 2),
                failing);
    }

    private FailedStage stage() {
        return new FailedStage(
                text.next(), maybe(text::next), some(60, text::next).toList());
    }

    private Branch branch() {
        return new Branch(
                text.next(),
                text.next(),
                random.nextBoolean(),
                maybe(() -> new Branch.PullRequest(
                        text.next(), maybe(text::next), maybe(() -> "https://git.example.org/pull/" + text.next()))));
    }

    private BadSeries series() {
        return new BadSeries(
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
