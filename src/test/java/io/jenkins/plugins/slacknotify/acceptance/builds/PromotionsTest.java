package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Promotions of the Promoted Builds plugin: runs of jobs that stand in no folder, for builds that have ended before. */
@JenkinsAcceptance(extraPlugins = {"promoted-builds", "rebuild"})
@ResourceLock("the Jenkins with extra plugins")
class PromotionsTest {
    @Test
    void shouldTellOfAPromotionByTheRulesOfItsJobAndFolder(TestBed bed) {
        List.of("folder-of-it", "job-of-it", "by-name", "others").forEach(bed.channels()::open);
        bed.configuration().set("""
            routing:
                  rules:
                    - {jobs: [shops/shop], events: [success], to: ["#by-name"]}
                    - {jobs: ["**/promotion/*"], to: ["#others"]}""");
        bed.jobDsl().run("""
            folder('shops') { properties { slackNotifyFolder {
                rules { notificationRule { events(['success']); to(['#folder-of-it']) } }
            } } }
            job('shops/shop') { properties { slackNotifyRules {
                rules { notificationRule { events(['success']); to(['#job-of-it']) } }
            } } }
            """);
        addProcess(bed, "shops/shop", "deploy", "echo out");
        bed.jobs().build("shops/shop");

        promote(bed, "shops/shop", "deploy");

        for (var channel : List.of("folder-of-it", "job-of-it", "by-name")) {
            assertThat(bed.channels().awaitAbout("promoted", channel, 1))
                    .singleElement()
                    .satisfies(message -> assertThat(message.text())
                            .contains("shops » shop #1>* promoted: deploy", "/promotionBuild/1/"));
        }
        assertThat(bed.channels().messagesAbout("deploy", "others")).isEmpty();
    }

    @Test
    void shouldTellThatAPromotionFailsAndThatItDoesNotAnyMore(TestBed bed) {
        bed.jobDsl().run("job('promoted')");
        addProcess(bed, "promoted", "verify", "test -e " + bed.process().home().resolve("may-pass"));
        bed.jobs().build("promoted");

        promote(bed, "promoted", "verify");
        var told = bed.channels().awaitAbout("verify", bed.systemChannel(), 1);
        bed.admin()
                .script("new File('%s').text = ''"
                        .formatted(bed.process().home().resolve("may-pass")));
        bed.jobs().build("promoted");
        promote(bed, "promoted", 2, "verify");

        assertThat(told)
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("promoted #1, promotion verify>* failed"));
        assertThat(bed.channels().awaitAbout("promoted: verify", bed.systemChannel(), 1))
                .anySatisfy(message -> assertThat(message.text()).contains("promoted #2>* promoted: verify"));
    }

    @Test
    void shouldKeepAPromotionOutOfTheSystemChannelWithItsJob(TestBed bed) {
        bed.jobDsl().run("job('silent') { properties { slackNotifyOptOut() } }");
        addProcess(bed, "silent", "deploy", "exit 1");
        bed.jobs().build("silent");
        bed.jobDsl().run("job('loud') { steps { shell('exit 1') } }");

        promote(bed, "silent", "deploy");
        bed.jobs().build("loud");

        bed.channels().awaitAbout("loud", bed.systemChannel(), 1);
        assertThat(bed.channels().messagesAbout("silent", bed.systemChannel())).isEmpty();
    }

    @Test
    void shouldRunTheActionsOfAPromotion(TestBed bed) {
        bed.channels().open("acting");
        bed.jobDsl().run("job('acting')");
        addProcess(bed, "acting", "deploy", "true");
        bed.admin().script("""
            import io.jenkins.plugins.slacknotify.trigger.SlackNotifyPublisher
            def action = { String words, boolean strict ->
                new SlackNotifyPublisher(message: words, channel: 'acting', failOnError: strict)
            }
            def process = jenkins.model.Jenkins.get().getItem('acting')
                .getProperty(hudson.plugins.promoted_builds.JobPropertyImpl).getItem('deploy')
            process.buildSteps.addAll([
                action(null, false), action('Second', false), action('Third', true), action('Fourth', true),
                new hudson.tasks.Shell('exit 1'), action('Not reached', false)])
            process.save()
            """);
        bed.jobs().build("acting");

        promote(bed, "acting", "deploy");

        assertThat(bed.channels().await("acting", 4))
                .extracting(SandboxMessage::headline)
                .as("those that can fail the promotion in their turn, the others with its result")
                .satisfiesExactly(
                        third -> assertThat(third).isEqualTo("Third"),
                        fourth -> assertThat(fourth).isEqualTo("Fourth"),
                        first -> assertThat(first).contains("acting #1, promotion deploy>* failed"),
                        second -> assertThat(second).isEqualTo("Second"));
    }

    private static void addProcess(TestBed bed, String job, String process, String script) {
        bed.admin().script("""
            import hudson.plugins.promoted_builds.*
            def job = jenkins.model.Jenkins.get().getItemByFullName('%s')
            def property = new JobPropertyImpl(job)
            job.addProperty(property)
            def process = property.addProcess('%s')
            process.buildSteps.add(new hudson.tasks.Shell('%s'))
            process.save()
            job.save()
            """.formatted(job, process, script));
    }

    private static void promote(TestBed bed, String job, String process) {
        promote(bed, job, 1, process);
    }

    /** Promotes a build, and waits for the end of that. */
    private static void promote(TestBed bed, String job, int build, String process) {
        bed.admin().post(bed.jobs().build(job, build).path() + "promotion/forcePromotion", Map.of("name", process));
        Awaitility.await("the promotion " + process + " of " + job + " #" + build)
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() ->
                        bed.admin().script("""
                    def promotions = jenkins.model.Jenkins.get().getItemByFullName('%s')
                        .getProperty(hudson.plugins.promoted_builds.JobPropertyImpl).getItem('%s').builds
                    print promotions.any { !it.building && it.target.number == %d && !it.hasntStartedYet() }
                    """.formatted(job, process, build)).equals("true"));
    }
}
