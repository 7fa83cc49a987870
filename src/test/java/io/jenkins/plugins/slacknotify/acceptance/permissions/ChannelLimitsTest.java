package io.jenkins.plugins.slacknotify.acceptance.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The channels to which an administrator lets the jobs of a folder write. */
@JenkinsAcceptance(resetAfterEach = true)
class ChannelLimitsTest {
    private static final String REFUSAL = "may not write to #closed. It may write to: #limited-*, open-by-name.";

    @BeforeEach
    void limit(TestBed bed) {
        bed.channels().open("closed");
        bed.channels().open("limited-builds");
        bed.channels().open("by-name");
        bed.configuration()
                .set(
                        "events: []",
                        "routing: {destinations: [{name: open-by-name, channel: '#by-name'}],"
                                + " channelLimits: [{jobs: ['limited/**'], channels: ['#limited-*', open-by-name]}]}");
        bed.jobDsl().run("folder('limited')");
    }

    @Test
    void shouldLimitTheStep(TestBed bed) {
        bed.jobs().createPipeline("limited/step", """
            slackNotify channel: '#closed', message: 'limited step, closed'
            slackNotify channel: '#limited-builds, #closed', message: 'limited step, both'
            slackNotify channel: '#limited-builds', message: 'limited step, open'
            slackNotify to: 'open-by-name', message: 'limited step, by name'
            """);

        var build = bed.jobs().build("limited/step");

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("The job limited/step " + REFUSAL);
        bed.channels().awaitAbout("limited step, open", "limited-builds", 1);
        bed.channels().awaitAbout("limited step, by name", "by-name", 1);
        assertThat(bed.channels().messagesAbout("limited step", "closed")).isEmpty();
        assertThat(bed.channels().messagesAbout("limited step, both", "limited-builds"))
                .isEmpty();
    }

    @Test
    void shouldFailTheBuildThatAsksForIt(TestBed bed) {
        bed.jobs().createPipeline("limited/strict", "slackNotify channel: '#closed', message: 'x', failOnError: true");

        assertThat(bed.jobs().build("limited/strict").result()).isEqualTo("FAILURE");
    }

    @Test
    void shouldLimitThePostBuildAction(TestBed bed) {
        bed.jobDsl().run("""
            job('limited/freestyle') { publishers { slackNotify { channel('#closed'); message('limited freestyle') } } }
            """);

        var build = bed.jobs().build("limited/freestyle");

        assertThat(build.console()).contains("The job limited/freestyle " + REFUSAL);
        assertThat(bed.channels().messagesAbout("limited freestyle", "closed")).isEmpty();
    }

    @Test
    void shouldLimitTheRulesOfTheJobAndItsFolderInBuildsAndPreview(TestBed bed) {
        bed.jobDsl().run("""
            folder('limited') {
                properties { slackNotifyFolder { rules { notificationRule { name('Folder'); to(['#closed', '#limited-builds']) } } } }
            }
            pipelineJob('limited/rules') {
                properties { slackNotifyRules { rules { notificationRule { name('Job'); to(['#closed']) } } } }
                definition { cps { sandbox(true); script("error 'no'") } }
            }
            """);

        var build = bed.jobs().build("limited/rules");

        assertThat(build.console()).contains("rules[0].to ('Job'): The job limited/rules " + REFUSAL);
        bed.channels().awaitAbout("rules", "limited-builds", 1);
        bed.waits().untilNothingIsLeftOf("limited/rules");
        assertThat(bed.channels().messagesAbout("rules", "closed")).isEmpty();
        assertThat(bed.admin()
                        .post("job/limited/job/rules/slack-notify/preview", Map.of())
                        .requireStatus(200)
                        .body())
                .contains("This job may not write to #closed: an administrator has limited its channels");
    }

    @Test
    void shouldNotTakeADestinationOfTheFolderForTheOneOfThatNameThatIsAllowed(TestBed bed) {
        bed.jobDsl().run("""
            folder('limited') {
                properties { slackNotifyFolder { destinations { namedDestination { name('open-by-name'); channel('#closed') } } } }
            }
            """);
        bed.jobs().createPipeline("limited/masked", "slackNotify to: 'open-by-name', message: 'limited masked'");

        assertThat(bed.jobs().build("limited/masked").console()).contains("The job limited/masked " + REFUSAL);
        assertThat(bed.channels().messagesAbout("limited masked", "closed")).isEmpty();
    }

    @Test
    void shouldLimitNoOtherJob(TestBed bed) {
        bed.jobs().createPipeline("unlimited", "slackNotify channel: '#closed', message: 'unlimited step'");
        bed.jobs().build("unlimited");

        bed.channels().awaitAbout("unlimited step", "closed", 1);
    }
}
