package io.jenkins.plugins.slacknotify.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Ten jobs fail in parallel, over and over, and Jenkins is killed in the middle of it. In a storm of a minute and longer ({@code
 * -Dslack-notify.storm.seconds=120}) there are twenty jobs and two kills.
 */
@JenkinsAcceptance(ruinsJenkins = true)
@Order(Integer.MAX_VALUE - 1)
class StormTest {
    private static final Duration STORM = Duration.ofSeconds(Long.getLong("slack-notify.storm.seconds", 10));
    private static final int KILLS = STORM.compareTo(Duration.ofMinutes(1)) < 0 ? 1 : 2;
    private static final int JOBS = KILLS == 1 ? 10 : 20;
    private static final Duration EVERY = Duration.ofSeconds(1);

    /**
     * The stations of a build and its message, each looked at before the next, so that nothing gets past: the queue, an
     * executor until all listeners have heard of the end, the pipelines that resume, and the outbox. Whether a build is
     * "building" says too little: a freestyle build is not while it tells that it has ended, and a pipeline that was killed
     * before it had begun is for ever. A pipeline that was killed at its end can keep its executor for ever, though all have
     * heard and its log is closed.
     */
    private static final String UNFINISHED = """
        def jenkins = jenkins.model.Jenkins.get()
        jenkins.queue.items.each { println "queued: $it" }
        def hasEnded = { it != null && it.getLog(9).any { line -> line.startsWith('Finished: ') } }
        jenkins.computers.each { computer ->
            (computer.executors + computer.oneOffExecutors.findAll { !hasEnded(it.currentExecutable) })
                .findAll { it.busy }.each { println "busy: ${it.currentExecutable}" }
        }
        org.jenkinsci.plugins.workflow.flow.FlowExecutionList.get().each { println "running: $it.owner" }
        jenkins.allItems(hudson.model.Job).each { it.builds.findAll { it.inProgress }.each { println "in progress: $it" } }
        def waiting = io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().waiting()
        if (waiting) println "waiting messages: $waiting"
        """;

    private static final Pattern BUILD = Pattern.compile("/job/(storm-\\d+)/(\\d+)/display/redirect\\|");

    /**
     * A build that was handed over, and that Jenkins had not saved when it was killed, is not there after the start: its line has its
     * name, and no link, which would lead nowhere.
     */
    private static final Pattern UNLINKED = Pattern.compile(":\\w+: \\*?(storm-\\d+) #(\\d+)");

    @AfterEach
    void calm(TestBed bed) {
        bed.sandbox().enforceRateLimits(false);
        bed.admin().script("jenkins.model.Jenkins.get().numExecutors = 4");
        bed.reset();
    }

    @Test
    void shouldTellOfEveryBuildOnceThoughJenkinsIsKilled(TestBed bed) {
        bed.sandbox().enforceRateLimits(true);
        // Every failure: one that a later build of its job has overtaken is neither a regression nor still failing.
        bed.configuration().set("events: [failure]");
        createJobs(bed);

        storm(bed, 2 * JOBS);
        var cutOff = new TreeSet<String>();
        for (int kill = 0; kill < KILLS; kill++) {
            bed.process().kill();
            cutOff.addAll(builds(bed, log -> !log.contains("Finished: ")));
            bed.startAgain();
            storm(bed, handedOver(bed).size() + 2 * JOBS);
        }
        awaitEnd(bed);

        var messages = bed.slack().messagesIn(bed.systemChannel());
        var unlinked = messages.stream()
                .flatMap(message -> buildsIn(message, UNLINKED))
                .toList();
        var told = Stream.concat(messages.stream().flatMap(message -> buildsIn(message, BUILD)), unlinked.stream())
                .toList();
        var ended = builds(bed, log -> log.contains("Finished: FAILURE"));
        var handedOver = handedOver(bed);
        print(bed, messages, cutOff, ended, unlinked.size());
        assertThat(undelivered(bed)).isEmpty();
        // A pipeline that resumes and ends a second time does not say again that it was handed over.
        assertThat(told).doesNotHaveDuplicates();
        assertThat(unlinked).as("told without a link").allMatch(build -> isUnknownToJenkins(bed, build));
        assertThat(handedOver).as("handed over, by the console").isSubsetOf(told);
        assertThat(ended).as("ended, by the console").isSubsetOf(told);
        assertThat(handedOver).hasSizeGreaterThan(2 * JOBS * (KILLS + 1));
        // How many a kill cuts off depends on the machine: a pipeline is built again while its builds before are not
        // done.
        assertThat(told).filteredOn(build -> !ended.contains(build)).isSubsetOf(cutOff);
        assertThatNoMinuteHasMoreThanSixty(messages);
    }

    private static void createJobs(TestBed bed) {
        // What bed.configuration().set() has written says nothing of executors, so that this outlives the restart.
        bed.admin().script("jenkins.model.Jenkins.get().numExecutors = " + JOBS / 2);
        bed.jobDsl()
                .run("(1..%d).each { n -> job(\"storm-$n\") { steps { shell('sleep 1; exit 1') } } }"
                        .formatted(JOBS / 2));
        for (int job = JOBS / 2 + 1; job <= JOBS; job++) {
            bed.jobs().createPipeline("storm-" + job, "sleep 1; error 'no'");
        }
    }

    /** Has each job built as often as it can be, for one part of the time, and on until so many builds were handed over. */
    private static void storm(TestBed bed, int atLeast) {
        var end = Instant.now().plus(STORM.dividedBy(KILLS + 1));
        await("the end of the storm")
                .atMost(STORM.plus(TestBed.TIMEOUT.multipliedBy(2)))
                .pollDelay(Duration.ZERO)
                .pollInterval(EVERY)
                .until(() -> {
                    bed.admin().script("""
                        jenkins.model.Jenkins.get().allItems(hudson.model.Job)
                            .findAll { it.name.startsWith('storm-') }.each { it.scheduleBuild2(0) }
                        """);
                    return Instant.now().isAfter(end) && handedOver(bed).size() > atLeast;
                });
    }

    /** Waits until nothing is built and nothing waits to be sent any more. */
    private static void awaitEnd(TestBed bed) {
        await("the end of all builds and messages")
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> bed.admin().script(UNFINISHED), String::isEmpty);
    }

    /** What has finished without arriving, and why. */
    private static String undelivered(TestBed bed) {
        return bed.admin().script("""
            print io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().latest(10000)
                .findAll { it.job().startsWith('storm-') && !it.state().hasArrived() }.collect { "${it.job()} ${it.build()} ${it.state()}: ${it.note()}" }.join("\\n")
            """);
    }

    private static Stream<String> buildsIn(SandboxMessage message, Pattern build) {
        var digest = message.text().contains(" builds*: ");
        return build.matcher(digest ? message.blocks().toString() : message.text())
                .results()
                .map(match -> match.group(1) + " #" + match.group(2));
    }

    private static Set<String> handedOver(TestBed bed) {
        return builds(bed, log -> log.contains("[Slack] Handed over for #" + bed.systemChannel()));
    }

    /** The builds whose console is such, as it is on disk; empty where there is none. Jenkins may write there meanwhile. */
    private static Set<String> builds(TestBed bed, Predicate<String> console) {
        var found = new TreeSet<String>();
        var jobs = entries(bed.process().home().resolve("jobs")).stream()
                .filter(job -> job.getFileName().toString().startsWith("storm-"))
                .toList();
        for (var job : jobs) {
            for (var build : entries(job.resolve("builds"))) {
                var log = build.resolve("log");
                if (Files.isDirectory(build) && console.test(Files.isRegularFile(log) ? text(log) : "")) {
                    found.add(job.getFileName() + " #" + build.getFileName());
                }
            }
        }
        return found;
    }

    /** Whether Jenkins finds nothing of a build but its console: it was killed before it had saved it. */
    private static boolean isUnknownToJenkins(TestBed bed, String build) {
        var parts = build.split(" #");
        return !Files.exists(bed.process()
                .home()
                .resolve("jobs")
                .resolve(parts[0])
                .resolve("builds")
                .resolve(parts[1])
                .resolve("build.xml"));
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(
            TestBed bed, List<SandboxMessage> messages, Set<String> cutOff, Set<String> ended, int unlinked) {
        var calls = bed.sandbox().calls();
        System.out.printf(
                "StormTest: %s, %d kill(s), %d builds in progress then, %d builds ended, told in %d messages, %d builds without a link, %d of %d calls"
                        + " answered 429%n",
                STORM,
                KILLS,
                cutOff.size(),
                ended.size(),
                messages.size(),
                unlinked,
                calls.stream().filter(call -> call.httpStatus() == 429).count(),
                calls.size());
    }

    private static void assertThatNoMinuteHasMoreThanSixty(List<SandboxMessage> messages) {
        for (int i = 60; i < messages.size(); i++) {
            assertThat(Duration.between(
                            messages.get(i - 60).receivedAt(), messages.get(i).receivedAt()))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }
}
