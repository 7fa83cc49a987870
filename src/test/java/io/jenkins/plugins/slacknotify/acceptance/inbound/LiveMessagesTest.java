package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Messages that follow running builds: on a press, and of builds that were started in Slack; {@link KilledJenkinsTest} follows one to its
 * end.
 */
@Tag("acceptance")
class LiveMessagesTest extends ButtonPlay {
    LiveMessagesTest() {
        super(true);
    }

    @Override
    Set<String> plugins() {
        return Set.of("pipeline-model-definition");
    }

    @Test
    void shouldFollowNoMore() {
        bed.jobs().createPipeline("quiet", "stage('Long') { echo 'begun'; sleep 300 }");
        var build = bed.jobs().start("quiet").awaitConsole("begun");
        var running = awaitMessage("quiet #1", message -> labels(message).contains("Follow"));
        answer(eve.press(running.ts(), FOLLOW));
        awaitMessage(running, message -> texts(message).contains(":arrow_forward: Long"));

        assertThat(answer(ivy.press(bed.postButton(UNFOLLOW, valueOf(running)), UNFOLLOW)))
                .contains("may not see it");
        assertThat(answer(eve.press(running.ts(), UNFOLLOW)))
                .isEqualTo("The message of *quiet #1* does not show any more how far it is.");
        awaitMessage(running, message -> labels(message).equals(List.of("Abort", "Follow")));
        assertThat(texts(current(running))).doesNotContain("Long", "Running for");

        answer(eve.press(running.ts(), FOLLOW));
        awaitMessage(running, message -> texts(message).contains(":arrow_forward: Long"));
        build.stop();
    }

    @Test
    void shouldFollowWhatWasStartedInSlack() {
        bed.jobs().createPipeline("started", "stage('Only') { if (currentBuild.number == 1) { error 'x' }; sleep 20 }");
        bed.jobs().build("started");
        var bad = awaitMessage("started #1", message -> labels(message).contains("Run again"));

        anna.press(bad.ts(), AGAIN);

        awaitMessage("started #2", message -> texts(message).contains(":arrow_forward: Only"));
        bed.jobs().build("started", 2).await();
    }
}
