package io.jenkins.plugins.slacknotify.acceptance.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures a Jenkins in which very many messages wait, in 20 channels and of 1,000 jobs: the page of deliveries, a start of Jenkins,
 * and the heap. It runs only where {@code -Dslack-notify.many-waiting=100000} says how many.
 */
@JenkinsAcceptance(freshJenkins = true, ruinsJenkins = true)
@EnabledIfSystemProperty(
        named = ManyWaitingTest.PROPERTY,
        matches = "[1-9].*",
        disabledReason =
                "A Jenkins in which many messages wait is not measured: set -Dslack-notify.many-waiting=100000")
class ManyWaitingTest {
    static final String PROPERTY = "slack-notify.many-waiting";

    private static final int MANY = Integer.getInteger(PROPERTY, 0);
    private static final int ROUNDS = 9;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final List<String> PAGES = List.of(
            "manage/slack/deliveries/",
            "manage/slack/deliveries/?job=waiting-7",
            "manage/slack/deliveries/?channel=waits-7",
            "job/waiting-0/1/",
            "manage/slack/connection/",
            "manage/");

    /** Copies the one delivery that waits. Each of the others is of another build's job and channel. */
    private static final String FILL = """
            import io.jenkins.plugins.slacknotify.outbox.delivery.Entry
            import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder
            def outbox = io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().@outbox
            def one = outbox.find(outbox.unfinished()[0].id()).get().entry()
            def next = new java.util.concurrent.atomic.AtomicInteger(1)
            def threads = (1..8).collect {
                Thread.start {
                    for (int i = next.getAndIncrement(); i < %d; i = next.getAndIncrement()) {
                        def text = { it.replace('waits-0', 'waits-' + i %% 20).replace('waiting-0', 'waiting-' + i %% 1000) }
                        def order = new SendOrder(
                            text(one.lane()), one.sequence() + i, 'waiting-' + i %% 1000, one.order().urgency(), false)
                        outbox.accept(new Entry('copy-' + i, order, one.acceptedAt(), text(one.payload())))
                    }
                }
            }
            threads*.join()
            print outbox.waiting()
            """;

    @Test
    void shouldShowThePageWithinASecond(TestBed bed) {
        bed.configuration().set("credentialsId: missing");
        bed.jobs().createPipeline("waiting-0", "slackNotify message: 'This waits', channel: '#waits-0'");
        bed.jobs().build("waiting-0");
        await().until(() -> waiting(bed) == 1);
        System.out.printf("with 1 waiting: heap %d MB%n", heap(bed));
        PAGES.forEach(page -> fastest(bed, page));
        PAGES.forEach(page -> System.out.printf("| 1 | `%s` | %d |%n", page, fastest(bed, page)));

        assertThat(bed.admin().script(FILL.formatted(MANY))).isEqualTo(String.valueOf(MANY));

        System.out.printf("with %d waiting: heap %d MB%n", MANY, heap(bed));
        var slow = PAGES.stream().filter(page -> {
            long millis = fastest(bed, page);
            System.out.printf("| %d | `%s` | %d |%n", MANY, page, millis);
            return millis >= 1_000;
        });
        assertThat(slow).isEmpty();

        bed.process().stop();
        bed.startAgain();
        long up = System.nanoTime();
        await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(50)).until(() -> waiting(bed) == MANY);
        System.out.printf(
                "after a restart: all known %d ms after Jenkins was up, heap %d MB; %s%n",
                (System.nanoTime() - up) / 1_000_000, heap(bed), startOfPlugin(bed));
    }

    private static long fastest(TestBed bed, String page) {
        return LongStream.generate(() -> {
                    long start = System.nanoTime();
                    bed.admin().get(page).requireStatus(200);
                    return (System.nanoTime() - start) / 1_000_000;
                })
                .limit(ROUNDS)
                .min()
                .orElseThrow();
    }

    private static int waiting(TestBed bed) {
        return Integer.parseInt(
                bed.admin()
                        .script(
                                "print io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().waiting()"));
    }

    /** In MB, after a garbage collection. */
    private static int heap(TestBed bed) {
        return Integer.parseInt(bed.admin().script("""
                3.times { System.gc() }
                print((Runtime.runtime.totalMemory() - Runtime.runtime.freeMemory()) >> 20)
                """));
    }

    /** What Jenkins logs of its start with {@code logStartupPerformance}. */
    private static String startOfPlugin(TestBed bed) {
        return bed.process().log().stream()
                .filter(line -> line.contains("EngineLifecycle.start") && line.contains("ms"))
                .reduce((first, second) -> second)
                .map(line -> line.replaceFirst(".*Took", "Took"))
                .orElse("start of the engine not logged");
    }
}
