package io.jenkins.plugins.slacknotify.acceptance.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.figures.ListenerStopwatch.Lap;
import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures what the listeners of the plugin cost the thread of a build: 100 commits and 10,000 tests in each build, 1,000 builds before
 * it, 50 of them bad in a row. It runs only where {@code -Dslack-notify.build-thread.builds=100} says how many builds to measure. {@code
 * -Dslack-notify.build-thread.restarts=10} says how often Jenkins starts anew for the first builds; {@code
 * -Dslack-notify.build-thread.told=50} has each job fixed before the later builds, and then so many builds that are bad and not measured,
 * so that the later ones answer in the thread of a streak of which all were notified; {@code -Dslack-notify.build-thread.stacks=true}
 * writes stacks to {@code target/acceptance}, which makes all of it slower.
 */
@JenkinsAcceptance(freshJenkins = true, ruinsJenkins = true)
@EnabledIfSystemProperty(
        named = BuildThreadTest.PROPERTY,
        matches = "[1-9].*",
        disabledReason = "What a build pays is not measured: set -Dslack-notify.build-thread.builds=100")
class BuildThreadTest {
    static final String PROPERTY = "slack-notify.build-thread.builds";

    private static final int BUILDS = Integer.getInteger(PROPERTY, 0);
    private static final int RESTARTS = Integer.getInteger("slack-notify.build-thread.restarts", 10);
    private static final int TOLD = Integer.getInteger("slack-notify.build-thread.told", 0);
    private static final boolean STACKS = Boolean.getBoolean("slack-notify.build-thread.stacks");
    private static final int HISTORY = 1_000;
    private static final int BAD_IN_A_ROW = 50;
    private static final int COMMITS = 100;
    private static final int TESTS = 10_000;
    private static final int FAILED = 50;
    private static final List<String> KINDS = List.of("freestyle", "pipeline");

    private final GitRepository repository = GitRepository.create();
    private int revision;

    @Test
    void shouldHoldABuildForAMoment(TestBed bed) throws IOException {
        bed.configuration().set("events: [regressed, stillFailing, fixed, unstable]", "personal: {}");
        createJobs(bed);
        commit(0);
        buildAll(bed);
        commit(FAILED);
        buildAll(bed);
        bed.process().stop();
        for (String kind : KINDS) {
            new LongHistory(bed.process().home().resolve("jobs").resolve(kind)).extend(HISTORY, BAD_IN_A_ROW);
        }
        LongHistory.forget(bed.process().home());
        List<Lap> first = new ArrayList<>();
        List<Lap> second = new ArrayList<>();
        List<Lap> warm = new ArrayList<>();
        for (int restart = 0; restart < RESTARTS; restart++) {
            bed.startAgain();
            prepare(bed);
            var stopwatch = ListenerStopwatch.install(bed.admin(), STACKS);
            first.addAll(measured(bed, stopwatch, KINDS.get(restart % 2), restart + "-first"));
            second.addAll(measured(bed, stopwatch, KINDS.get((restart + 1) % 2), restart + "-second"));
            if (restart == RESTARTS - 1) {
                beginToldStreaks(bed, stopwatch);
                for (int build = 0; build < BUILDS; build++) {
                    warm.addAll(measured(bed, stopwatch, KINDS.get(build % 2), "warm"));
                }
            } else {
                bed.process().stop();
            }
        }
        print("the first build after a start", first);
        print("the first build of another kind", second);
        print("later builds", warm);
        for (String call : List.of("checkout", "started", "completed", "finalized")) {
            assertThat(warm).filteredOn(lap -> lap.call().equals(call)).as(call).hasSize(BUILDS);
        }
    }

    private void createJobs(TestBed bed) {
        prepare(bed);
        bed.jobs().create("freestyle", """
                <project>
                  <scm class="hudson.plugins.git.GitSCM">
                    <configVersion>2</configVersion>
                    <userRemoteConfigs><hudson.plugins.git.UserRemoteConfig><url>%s</url></hudson.plugins.git.UserRemoteConfig></userRemoteConfigs>
                    <branches><hudson.plugins.git.BranchSpec><name>*/main</name></hudson.plugins.git.BranchSpec></branches>
                  </scm>
                  <publishers>
                    <hudson.tasks.junit.JUnitResultArchiver>
                      <testResults>tests.xml</testResults><keepLongStdio>false</keepLongStdio>
                      <healthScaleFactor>1.0</healthScaleFactor>
                    </hudson.tasks.junit.JUnitResultArchiver>
                  </publishers>
                </project>
                """.formatted(repository.url()));
        bed.jobs()
                .createPipeline(
                        "pipeline",
                        "node { stage('Test') { git url: '%s', branch: 'main'; junit 'tests.xml' } }"
                                .formatted(repository.url()));
    }

    private static void prepare(TestBed bed) {
        bed.admin().script("hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true");
    }

    private void buildAll(TestBed bed) {
        KINDS.forEach(kind -> bed.jobs().build(kind));
    }

    private void beginToldStreaks(TestBed bed, ListenerStopwatch stopwatch) {
        if (TOLD > 0) {
            commit(0);
            buildAll(bed);
            for (int build = 0; build < TOLD; build++) {
                commit(FAILED);
                buildAll(bed);
            }
            stopwatch.laps();
            stopwatch.stacks();
        }
    }

    private List<Lap> measured(TestBed bed, ListenerStopwatch stopwatch, String kind, String name) throws IOException {
        commit(FAILED);
        var build = bed.jobs().build(kind);
        assertThat(build.result()).isEqualTo("UNSTABLE");
        if (STACKS) {
            Files.writeString(
                    Files.createDirectories(Path.of("target", "acceptance")).resolve("stacks-" + name + "-" + kind),
                    stopwatch.stacks() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        List<Lap> laps = stopwatch.laps();
        System.out.println(kind + " " + name + ": "
                + laps.stream()
                        .map(lap -> "%s %.1f (%.1f, %.1f)"
                                .formatted(lap.call(), lap.wall() / 1e6, lap.processor() / 1e6, lap.queued() / 1e6))
                        .collect(Collectors.joining(", ")));
        return laps;
    }

    private static void print(String what, List<Lap> laps) {
        for (String kind : KINDS) {
            var builds = laps.stream().filter(lap -> lap.job().equals(kind)).toList();
            if (!builds.isEmpty()) {
                System.out.printf(
                        "| %s, %s | %s | %s | %s |%n",
                        what,
                        kind,
                        figures(builds, Lap::wall),
                        figures(builds, Lap::processor),
                        figures(builds, Lap::own));
            }
        }
    }

    /** The median, the 99th percentile by rank, and the most of what a build pays, which is the sum of all calls on its thread. */
    private static String figures(List<Lap> laps, ToLongFunction<Lap> time) {
        var sorted =
                laps.stream().collect(Collectors.groupingBy(Lap::build, Collectors.summingLong(time))).values().stream()
                        .sorted()
                        .toList();
        return String.format(
                Locale.ROOT,
                "%.1f, %.1f, %.1f",
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1) / 1e6,
                sorted.get(sorted.size() - 1) / 1e6);
    }

    /** Commits {@value #COMMITS} times, by twenty people, and writes a new report of the tests. */
    private void commit(int failed) {
        var commits = new StringBuilder();
        for (int i = 0; i < COMMITS; i++) {
            revision++;
            commits.append("commit refs/heads/main\n");
            String person = "Person %1$d <person%1$d@example.org> %2$d +0000\n"
                    .formatted(revision % 20, 1_700_000_000 + revision);
            commits.append("author ").append(person).append("committer ").append(person);
            commits.append(data("Change number " + revision + " in the shop\n\nIt says why in a sentence or two.\n"));
            if (i == 0 && revision > 1) {
                commits.append("from refs/heads/main^0\n");
            }
            commits.append("M 100644 inline src/main/java/org/example/shop/Class")
                    .append(revision % 200);
            commits.append(".java\n").append(data("class " + revision + "\n"));
            if (i == COMMITS - 1) {
                commits.append("M 100644 inline tests.xml\n").append(data(report(failed)));
            }
        }
        repository.fastImport(commits.toString());
    }

    private static String data(String text) {
        return "data " + text.length() + "\n" + text + "\n";
    }

    private String report(int failed) {
        return IntStream.range(0, TESTS / 100)
                .mapToObj(suite -> "<testsuite name=\"org.example.shop.Suite%1$dTest\" time=\"1\">\n%2$s</testsuite>\n"
                        .formatted(suite, cases(suite, failed)))
                .collect(Collectors.joining("", "<testsuites><!-- " + revision + " -->\n", "</testsuites>\n"));
    }

    /** The failed ones are spread over all suites. */
    private static String cases(int suite, int failed) {
        return IntStream.range(0, 100)
                .mapToObj(number ->
                        "<testcase classname=\"org.example.shop.Suite%1$dTest\" name=\"shouldDo%2$d\" time=\"0.01\"%3$s\n"
                                .formatted(
                                        suite,
                                        number,
                                        number == 7 && suite < failed ? ">" + FAILURE + "</testcase>" : "/>"))
                .collect(Collectors.joining());
    }

    private static final String FAILURE =
            "<failure message=\"expected: 3 but was: 4\">java.lang.AssertionError: expected: 3"
                    + " but was: 4\n"
                    + "\tat org.example.shop.Cart.sum(Cart.java:42)\n".repeat(30) + "</failure>";
}
