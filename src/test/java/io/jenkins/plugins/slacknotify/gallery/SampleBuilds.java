package io.jenkins.plugins.slacknotify.gallery;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuild;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestFailure;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.time.Instant;
import java.util.List;

/** The parts of the builds in the gallery. */
final class SampleBuilds {
    /** The time at which the builds end, roughly. */
    static final Instant NOW = STARTED.plusSeconds(251);

    static final Findings MAIN =
            Findings.builder().branch(new Branch("main", "shop", true, null)).build();

    static final Findings PULL_REQUEST = Findings.builder()
            .branch(new Branch(
                    "PR-217",
                    "shop",
                    false,
                    new Branch.PullRequest(
                            "217", "Fill in addresses by themselves", "https://git.example.org/shop/pull/217")))
            .build();

    static final Change[] COMMITS = {
        new Change("1a", "Alan Turing", "Bump the version", commit("1a0f3")),
        new Change("2b", "Alan Turing", "Tidy the cart's styles", commit("2b9d0")),
        new Change("3c", "Grace Hopper", "Log slow queries", commit("3c771")),
        new Change("4d", "Ada Lovelace", "Cache the exchange rates", commit("4d2c8")),
        new Change("5e", "Ada Lovelace", "Round prices up", commit("5e83a")),
        new Change("6f", "Grace Hopper", "Speed up the cart & <checkout>", commit("6f150")),
    };

    static final TestResultSummary FIGURES = new TestResultSummary(
                    412,
                    3,
                    5,
                    2,
                    List.of("org.example.shop.PriceTest.roundsHalfUp", "org.example.shop.CartTest.keepsItsSum"),
                    List.of(
                            "org.example.shop.PriceTest.roundsHalfUp",
                            "org.example.shop.CartTest.keepsItsSum",
                            "org.example.shop.SearchTest.finds_umlauts"),
                    "expected: <2.35> but was: <2.34>")
            .withDetails(List.of(
                    new TestFailure(
                            "org.example.shop.PriceTest.roundsHalfUp",
                            "expected: <2.35> but was: <2.34>",
                            new TestFailure.Count(1, 20),
                            null,
                            false),
                    new TestFailure(
                            "org.example.shop.CartTest.keepsItsSum",
                            "expected: <11.80> but was: <11.79>",
                            new TestFailure.Count(6, 20),
                            null,
                            true)));

    static final TestResultSummary FIGURES_AGAIN =
            new TestResultSummary(412, 3, 5, 0, List.of(), FIGURES.failing(), "expected: <2.35> but was: <2.34>");

    static final TestResultSummary GOOD_FIGURES = new TestResultSummary(412, 0, 5, 0, List.of(), List.of());

    static final TestResultSummary ONE_NEW_FAILURE = new TestResultSummary(
                    415,
                    1,
                    5,
                    1,
                    List.of("org.example.shop.AddressTest.knowsThePostcode"),
                    List.of("org.example.shop.AddressTest.knowsThePostcode"),
                    "no city for 10115")
            .withDetails(List.of(new TestFailure(
                    "org.example.shop.AddressTest.knowsThePostcode",
                    "no city for 10115",
                    new TestFailure.Count(3, 20),
                    new TestFailure.Count(1, 18),
                    true)));

    static final FailedStage TEST_STAGE = stage("Test", "script returned exit code 1", """
            + mvn --batch-mode verify
            [INFO] Running org.example.shop.PriceTest
            [ERROR] PriceTest.roundsHalfUp:31 expected: <2.35> but was: <2.34>
            [INFO] Running org.example.shop.CartTest
            [ERROR] CartTest.keepsItsSum:58 expected: <11.80> but was: <11.79>
            [ERROR] Tests run: 412, Failures: 3, Errors: 0, Skipped: 5
            [INFO] BUILD FAILURE""");

    static final FailedStage DEPLOY_STAGE = stage("Deploy", "timed out waiting for the condition", """
            + kubectl rollout status deployment/shop --timeout=60s
            Waiting for deployment "shop" rollout to finish: 1 out of 3 new replicas have been updated...
            error: timed out waiting for the condition""");

    static final FailedStage DOWNSTREAM_STAGE =
            stage("Products", "platform » search #77 completed with status FAILURE (propagate: false to ignore)", """
            Scheduling project: platform » search
            Starting building: platform » search #77
            Build platform » search #77 completed: FAILURE""");

    static final DownstreamBuilds DOWNSTREAM = new DownstreamBuilds(
            4,
            List.of(
                    downstream("docs", 230, null),
                    downstream("shop", 412, Outcome.SUCCESS),
                    downstream("search", 77, Outcome.FAILURE),
                    downstream("mail", 31, Outcome.UNSTABLE)));

    private SampleBuilds() {}

    static BuildEvents ofBranch(String branch, int number) {
        return aBuild().number(number).at("https://ci.example.org/job/shop/job/" + branch + "/" + number + "/");
    }

    static BuildEvents aJob(String name, int number) {
        return aBuild().number(number).named(name, "#" + number);
    }

    static String commit(String id) {
        return "https://git.example.org/shop/commit/" + id;
    }

    private static DownstreamBuild downstream(String job, int number, @CheckForNull Outcome outcome) {
        String address = "https://ci.example.org/job/platform/job/" + job + "/" + number + "/";
        return new DownstreamBuild("platform » " + job + " #" + number, address, outcome);
    }

    private static FailedStage stage(String name, String error, String log) {
        return new FailedStage(name, error, log.lines().toList());
    }
}
