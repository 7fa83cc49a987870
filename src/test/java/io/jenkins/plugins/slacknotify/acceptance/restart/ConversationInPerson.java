package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A conversation in direct messages: what comes after the restart is said in the thread of before. */
final class ConversationInPerson implements Survivor {
    private static final String ADDRESS = "developer@example.org";

    @Override
    public void begin(TestBed bed) {
        bed.slack().user("developer", ADDRESS);
        bed.admin().script("""
            User.getById('developer', false).addProperty(new hudson.tasks.Mailer.UserProperty('%s'))
            """.formatted(ADDRESS));
        bed.jobDsl().run("""
            job('in-person') {
                steps { shell('[ $BUILD_NUMBER = 3 ]') }
                publishers { slackNotify { to('developer'); when(['failure', 'fixed']) } }
            }
            """);
        bed.jobs().build("in-person");
        bed.jobs().build("in-person");
        awaitInPerson(bed, "in-person #2");
    }

    @Override
    public void goOn(TestBed bed) {
        bed.jobs().build("in-person");

        awaitInPerson(bed, "in-person #3", "in-person #1");
        assertThat(bed.slack().directMessagesTo(ADDRESS))
                .filteredOn(message -> message.text().contains("in-person"))
                .satisfiesExactly(
                        first -> assertThat(first.isReply()).isFalse(),
                        second -> assertThat(second.text()).contains("in-person #2"),
                        third -> assertThat(third.text()).contains("in-person #3"))
                .filteredOn(message -> message.isReply() && message.broadcast())
                .hasSize(2);
    }

    private static void awaitInPerson(TestBed bed, String... words) {
        Awaitility.await(String.join(" and ", words) + " in a direct message")
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.slack().directMessagesTo(ADDRESS).stream()
                        .anyMatch(message -> Stream.of(words).allMatch(message.text()::contains)));
    }
}
