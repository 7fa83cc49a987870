package io.jenkins.plugins.slacknotify.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What was handed over outlives Jenkins. */
@JenkinsAcceptance
@Order(4)
class JenkinsRestartTest {
    /** A tenth of a second where Jenkins starts in five; where the machine is busy, both take longer. */
    private static final int PART_OF_A_START = 50;

    @AfterEach
    void slackIsWell(TestBed bed) {
        bed.sandbox().faults().clear();
    }

    @Test
    void shouldGoOnAfterACrash(TestBed bed) {
        bed.channels().open("crash");
        var doubt = bed.channels().open("doubt");
        bed.messageFaults().always("Still here", Fault.status(503));
        bed.jobs().createPipeline("survivor", """
            def message = slackNotify message: 'Still here', channel: 'crash', wait: true, timeout: 600
            slackNotify message: 'And on', thread: message
            echo "permalink=${message.permalink}"
            """);
        var survivor = bed.jobs().start("survivor").awaitConsole("Handed over");
        awaitRefusal(bed, "Still here");

        survivor.keep();
        bed.messageFaults().next("Once", 1, Fault.delay(Duration.ofMinutes(2)));
        bed.jobs().createPipeline("doubtful", "slackNotify message: 'Once', channel: '%s'".formatted(doubt.id()));
        bed.jobs().build("doubtful");
        bed.channels().await("doubt", 1);

        bed.process().kill();
        bed.sandbox().faults().clear();
        bed.startAgain();

        assertThatItResumes(bed, survivor);
        assertThatItIsNotSaidTwice(bed, doubt.id());
    }

    private static void awaitRefusal(TestBed bed, String words) {
        Awaitility.await("a call that is refused")
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.sandbox().calls().stream()
                        .anyMatch(call -> call.httpStatus() == 503
                                && call.arguments().toString().contains(words)));
    }

    private static void assertThatItResumes(TestBed bed, Build survivor) {
        assertThat(survivor.await().result()).as(survivor.console()).isEqualTo("SUCCESS");
        assertThat(survivor.console()).contains("permalink=https://acme.slack.com/archives/");
        assertThat(bed.channels().await("crash", 2))
                .hasSize(2)
                .last()
                .satisfies(reply -> assertThat(reply.isReply()).isTrue());
    }

    /** Slack took it before the crash, and Jenkins did not hear of that any more. */
    private static void assertThatItIsNotSaidTwice(TestBed bed, String channel) {
        bed.jobs().createPipeline("later", "slackNotify message: 'Afterwards', channel: '%s'".formatted(channel));
        bed.jobs().build("later");

        bed.channels().awaitAbout("Afterwards", "doubt", 1);
        assertThat(bed.channels().messagesAbout("Once", "doubt")).hasSize(1);
    }

    @Test
    void shouldSendAfterARestartWhatWaited(TestBed bed) {
        bed.messageFaults().always("waiting-room", Fault.rateLimited(Duration.ofMinutes(1)));
        bed.jobs().createPipeline("waiting-room", "error 'no'");
        bed.jobs().build("waiting-room");

        bed.process().stop();
        bed.sandbox().faults().clear();
        bed.startAgain();

        assertThat(bed.channels().awaitAbout("waiting-room #1", bed.systemChannel(), 1))
                .hasSize(1);
        assertThat(starts(bed))
                .as(
                        "a start of which this plugin takes a small part; where the machine stands still in it, another one")
                .anySatisfy(start -> assertThat(milliseconds(start, ".*slack"))
                        .isLessThan(milliseconds(start, "complete Jenkins startup") / PART_OF_A_START));
    }

    @Test
    void shouldGoOnWithAConversationInPersonAfterARestart(TestBed bed) {
        var address = "developer@example.org";
        bed.slack().user("developer", address);
        bed.admin().script("""
            User.getById('developer', false).addProperty(new hudson.tasks.Mailer.UserProperty('%s'))
            """.formatted(address));
        bed.jobDsl().run("""
            job('in-person') {
                steps { shell('[ $BUILD_NUMBER = 3 ]') }
                publishers { slackNotify { to('developer'); when(['failure', 'fixed']) } }
            }
            """);
        bed.jobs().build("in-person");
        bed.jobs().build("in-person");
        awaitInPerson(bed, address, "in-person #2");

        bed.process().stop();
        bed.startAgain();
        bed.jobs().build("in-person");

        awaitInPerson(bed, address, "in-person #3", "in-person #1");
        assertThat(bed.slack().directMessagesTo(address))
                .filteredOn(message -> message.text().contains("in-person"))
                .satisfiesExactly(
                        first -> assertThat(first.isReply()).isFalse(),
                        second -> assertThat(second.text()).contains("in-person #2"),
                        third -> assertThat(third.text()).contains("in-person #3"))
                .filteredOn(message -> message.isReply() && message.broadcast())
                .hasSize(2);
    }

    private static void awaitInPerson(TestBed bed, String address, String... words) {
        Awaitility.await(String.join(" and ", words) + " in a direct message")
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.slack().directMessagesTo(address).stream()
                        .anyMatch(message -> Stream.of(words).allMatch(message.text()::contains)));
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
