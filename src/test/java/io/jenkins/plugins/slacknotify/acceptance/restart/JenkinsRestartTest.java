package io.jenkins.plugins.slacknotify.acceptance.restart;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that what was handed over outlives Jenkins, and so does what is known of builds. */
@JenkinsAcceptance(resetAfterEach = true)
@Order(10)
class JenkinsRestartTest {
    /** A tenth of a second where Jenkins starts in five; where the machine is busy, both take longer. */
    private static final int PART_OF_A_START = 50;

    /** The one that has to be cut off in the middle of its builds comes last. */
    @TestFactory
    Stream<DynamicTest> shouldOutliveACrash(TestBed bed) {
        return outlive(
                bed,
                JenkinsProcess::kill,
                List.of(
                        new ForgottenBuild(),
                        new WaitingFiles(),
                        new WaitingStep(),
                        new AskedQuestion(),
                        new MaskedErrors(),
                        new DoubtfulMessage(),
                        new CutOffPipelines(),
                        new CutOffBuilds()));
    }

    /** The one that has Slack ask for a pause comes last. */
    @TestFactory
    Stream<DynamicTest> shouldOutliveARestart(TestBed bed) {
        return outlive(
                bed,
                JenkinsProcess::stop,
                List.of(new RenamedChannel(), new ConversationInPerson(), new CutOffPipelines(), new WaitingMessage()));
    }

    private static Stream<DynamicTest> outlive(TestBed bed, Consumer<JenkinsProcess> end, List<Survivor> survivors) {
        tell(bed, survivors);
        survivors.forEach(survivor -> survivor.begin(bed));
        end.accept(bed.process());
        survivors.forEach(survivor -> survivor.whileDown(bed));
        bed.sandbox().faults().clear();
        bed.startAgain();
        return survivors.stream()
                .map(survivor -> dynamicTest(survivor.getClass().getSimpleName(), () -> survivor.goOn(bed)));
    }

    /** Each tells of its builds in its own channels: what piles up in one is folded into one message. */
    private static void tell(TestBed bed, List<Survivor> survivors) {
        var rules = survivors.stream()
                .map(Survivor::rule)
                .filter(Predicate.not(String::isEmpty))
                .collect(joining(", "));
        if (!rules.isEmpty()) {
            bed.configuration().set("events: []", "routing: {rules: [" + rules + "]}");
        }
    }

    @Test
    void shouldTakeASmallPartOfAStart(TestBed bed) {
        assertThat(starts(bed))
                .as(
                        "a start of which this plugin takes a small part; where the machine stands still in it, another one")
                .anySatisfy(start -> assertThat(milliseconds(start, ".*slack"))
                        .isLessThan(milliseconds(start, "complete Jenkins startup") / PART_OF_A_START));
    }

    /** What the log says of each start that came to its end. */
    private static List<String> starts(TestBed bed) {
        return Stream.of(String.join("\n", bed.process().log()).split("Started initialization"))
                .filter(start -> start.contains("for complete Jenkins startup"))
                .toList();
    }

    /** What Jenkins says that such tasks took. */
    private static int milliseconds(String start, String tasks) {
        var duration = Pattern.compile("Took (\\d+)ms for " + tasks, Pattern.CASE_INSENSITIVE);
        return duration.matcher(start)
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .sum();
    }
}
