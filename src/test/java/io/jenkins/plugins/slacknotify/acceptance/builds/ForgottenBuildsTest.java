package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bad builds that Jenkins has forgotten, and people have not. */
@JenkinsAcceptance(resetAfterEach = true)
class ForgottenBuildsTest {
    private static final String OUTCOMES = "currentBuild.result = ['%s'][currentBuild.number - 1]";

    /** A pipeline whose builds end in these results. */
    private static void create(TestBed bed, String job, String... results) {
        bed.jobs().createPipeline(job, OUTCOMES.formatted(String.join("', '", results)));
    }

    @Test
    void shouldTurnGreenWhatADiscarderHasForgotten(TestBed bed) {
        bed.jobs()
                .createPipeline(
                        "discarding",
                        "properties([buildDiscarder(logRotator(numToKeepStr: '2'))])\n"
                                + OUTCOMES.formatted("FAILURE', 'ABORTED', 'ABORTED', 'ABORTED', 'SUCCESS"));
        for (int number = 1; number <= 4; number++) {
            bed.jobs().build("discarding");
        }
        awaitGone(bed, "discarding", 1);
        bed.jobs().build("discarding");

        bed.waits()
                .untilSystemChannelSays(
                        "/discarding/",
                        "discarding #5>\\* is fixed after .*\n.*discarding #1\\* failed",
                        "#5>\\* is fixed.*");
        assertThat(messages(bed, "/discarding/").get(1).broadcast()).isTrue();
    }

    @Test
    void shouldTurnTheFirstMessageGreenWhereJenkinsHasOnlyTheLastOfThem(TestBed bed) {
        create(bed, "shortened", "FAILURE", "FAILURE", "FAILURE", "SUCCESS");
        bed.jobs().build("shortened");
        bed.jobs().build("shortened");
        delete(bed, "shortened", 1);
        bed.jobs().build("shortened");
        delete(bed, "shortened", 2);
        bed.jobs().build("shortened");

        bed.waits()
                .untilSystemChannelSays(
                        "/shortened/",
                        "#4>\\* is fixed after .*#1\\* failed",
                        "still fails, 2nd time since #1",
                        "still fails, 3rd time since #1",
                        "#4>\\* is fixed after .*");
    }

    @Test
    void shouldNotFixWhatNobodyHasHeardOf(TestBed bed) {
        bed.configuration().set("events: [fixed]");
        create(bed, "untold", "FAILURE", "SUCCESS");
        bed.jobs().build("untold");
        delete(bed, "untold", 1);
        bed.jobs().build("untold");
        bed.waits().untilSystemChannelIsQuiet();

        assertThat(messages(bed, "untold")).isEmpty();
    }

    @Test
    void shouldNotFixAJobOfThatNameThatWasDeleted(TestBed bed) {
        create(bed, "ghostly", "SUCCESS", "FAILURE");
        bed.jobs().build("ghostly");
        bed.jobs().build("ghostly");
        bed.channels().awaitAbout("/ghostly/", bed.systemChannel(), 1);
        bed.admin().script("Jenkins.get().getItem('ghostly').delete()");
        create(bed, "ghostly", "SUCCESS", "SUCCESS", "SUCCESS");
        for (int number = 1; number <= 3; number++) {
            bed.jobs().build("ghostly");
        }
        bed.waits().untilSystemChannelIsQuiet();

        bed.waits().untilSystemChannelSays("/ghostly/", "#2>\\* broke");
    }

    /** As if the plugin had not been there when the job was deleted. */
    @Test
    void shouldNotFixAJobOfThatNameThatWasDeletedWhileNobodyLooked(TestBed bed) {
        create(bed, "replaced", "SUCCESS", "SUCCESS", "FAILURE");
        for (int number = 1; number <= 3; number++) {
            bed.jobs().build("replaced");
        }
        bed.channels().awaitAbout("/replaced/", bed.systemChannel(), 1);
        var known =
                "io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().jobs().verdicts('replaced')";
        bed.admin().script("""
            import hudson.model.listeners.ItemListener
            import io.jenkins.plugins.slacknotify.lifecycle.JobListener
            def listener = ExtensionList.lookupSingleton(JobListener)
            ItemListener.all().remove(listener)
            Jenkins.get().getItem('replaced').delete()
            ItemListener.all().add(listener)
            """);
        assertThat(bed.admin().script("print " + known + ".size()")).isEqualTo("1");
        create(bed, "replaced", "SUCCESS", "SUCCESS", "SUCCESS", "SUCCESS");
        bed.jobs().build("replaced");
        assertThat(bed.admin().script("print " + known + ".size()")).isEqualTo("0");
        for (int number = 2; number <= 4; number++) {
            delete(bed, "replaced", number - 1);
            bed.jobs().build("replaced");
        }
        bed.waits().untilSystemChannelIsQuiet();

        assertThat(messages(bed, "/replaced/")).hasSize(1);
    }

    private static void delete(TestBed bed, String job, int number) {
        bed.admin().script("Jenkins.get().getItem('%s').getBuildByNumber(%d).delete()".formatted(job, number));
    }

    private static void awaitGone(TestBed bed, String job, int number) {
        await("Jenkins to forget " + job + " #" + number)
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> bed.admin()
                        .script("print Jenkins.get().getItem('%s').getBuildByNumber(%d)".formatted(job, number))
                        .equals("null"));
    }

    private static List<SandboxMessage> messages(TestBed bed, String word) {
        return bed.channels().messagesAbout(word, bed.systemChannel());
    }
}
