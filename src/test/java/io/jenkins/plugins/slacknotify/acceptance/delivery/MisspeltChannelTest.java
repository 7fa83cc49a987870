package io.jenkins.plugins.slacknotify.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.acceptance.pages.Alerts;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Tests messages for a channel that somebody has misspelt, and where they go when the name is corrected. */
@JenkinsAcceptance(resetAfterEach = true)
class MisspeltChannelTest {
    private static final String HELD = """
            def deliveries = io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries()
            deliveries.held().findAll { it.job() == '%s' }.each { println it.id() + ' ' + it.note() }
            null
            """;

    @Test
    void shouldFollowTheSystemChannel(TestBed bed) {
        bed.channels().open("right");
        bed.configuration().set("channel: '#wrung'");
        build(bed, "misspelt-system", "error 'no'");
        assertThat(held(bed, "misspelt-system"))
                .contains("Named by the system channel, in Manage Jenkins » Slack » Connection: ", "#wrung");
        leads(bed, "manage/slack/connection/");

        bed.configuration().set("channel: '#right'");

        arrivesOnce(bed, "misspelt-system", "right");
    }

    @Test
    void shouldFollowADestinationAndARule(TestBed bed) {
        bed.channels().open("right-ops");
        bed.channels().open("right-rule");
        bed.configuration().set("events: []", routing("#wrung-ops", "#wrung-rule"));
        build(bed, "misspelt-rule-channel", "error 'no'");
        assertThat(held(bed, "misspelt-rule-channel"))
                .contains("Named by the destination 'ops', in Manage Jenkins » Slack » Destinations: ")
                .contains("Named by the rule 'Bad', in Manage Jenkins » Slack » Rules: ");
        leads(bed, "manage/slack/destinations/destination/1/", "manage/slack/rules/rule/1/");

        bed.configuration().set("events: []", routing("#right-ops", "#right-rule"));

        arrivesOnce(bed, "misspelt-rule-channel", "right-ops");
        arrivesOnce(bed, "misspelt-rule-channel", "right-rule");
    }

    @Test
    void shouldFollowADestinationOfAFolder(TestBed bed) {
        bed.channels().open("right-folder");
        bed.configuration().set("events: []");
        folder(bed, "#wrung-folder");
        build(bed, "misspelt/job", "error 'no'");
        assertThat(held(bed, "misspelt/job"))
                .contains("Named by the destination 'ops' of the folder misspelt, in its configuration: ");
        leads(bed, "job/misspelt/configure");

        folder(bed, "#right-folder");

        arrivesOnce(bed, "misspelt/job", "right-folder");
    }

    @Test
    void shouldAlertOnceOfTheMistakesOfJobsAndSendThemElsewhere(TestBed bed) {
        bed.channels().open("elsewhere");
        bed.configuration().set("events: []");
        build(bed, "misspelt-step-1", "slackNotify channel: '#wrung-step-1', message: 'one misspelt'");
        build(bed, "misspelt-step-2", "slackNotify channel: '#wrung-step-2', message: 'two misspelt'");
        var first = held(bed, "misspelt-step-1");
        assertThat(first).contains("Named by the job misspelt-step-1, in its pipeline or configuration: ");
        assertThat(held(bed, "misspelt-step-2")).contains("misspelt-step-2");
        assertThat(bed.admin().script("""
                def deliveries = io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries()
                deliveries.problems().each { println it.description() }
                null
                """)).containsOnlyOnce("Jobs name").contains("Jobs name 2 channels");
        assertThat(bed.admin().get("manage/slack/deliveries/").body()).contains("Send to…");
        leads(bed, "job/misspelt-step-1/configure", "job/misspelt-step-1/1/", "job/misspelt-step-2/1/");
        var sendTo = Map.of("id", first.split(" ")[0], "channel", "#elsewhere");
        assertThat(bed.user("developer")
                        .post("manage/slack/deliveries/sendTo", sendTo)
                        .status())
                .isEqualTo(403);

        bed.admin()
                .post("manage/slack/deliveries/sendTo", Map.of("id", first.split(" ")[0], "channel", "#no good"))
                .requireStatus(400);
        bed.admin().post("manage/slack/deliveries/sendTo", sendTo).requireStatus(302);
        bed.channels().awaitAbout("one misspelt", "elsewhere", 1);
        bed.admin().post("manage/slack/deliveries/sendTo", sendTo);
        bed.waits().untilNothingIsLeftOf("misspelt-step-1");
        assertThat(bed.channels().messagesAbout("one misspelt", "elsewhere")).hasSize(1);
    }

    /** Requires links in the alert and on the page of deliveries, and that they lead somewhere. */
    private static void leads(TestBed bed, String... addresses) {
        var alert = Alerts.shown(bed);
        var deliveries = bed.admin().get("manage/slack/deliveries/").body();
        for (var address : addresses) {
            assertThat(alert).containsPattern("href=\"[^\"]*/" + address + "\"");
            assertThat(deliveries).containsPattern("href=\"[^\"]*/" + address + "\"");
            bed.admin().get(address).requireStatus(200);
        }
    }

    private static String routing(String ops, String direct) {
        return ("routing: {destinations: [{name: ops, channel: '%s'}],"
                        + " rules: [{name: Bad, jobs: [misspelt-rule-channel], events: [failure], to: [ops, '%s']}]}")
                .formatted(ops, direct);
    }

    private static void folder(TestBed bed, String channel) {
        bed.jobDsl().run("""
            folder('misspelt') {
                properties { slackNotifyFolder {
                    destinations { namedDestination { name('ops'); channel('%s') } }
                    rules { notificationRule { name('Ours'); events(['failure']); to(['ops']) } }
                } }
            }
            """.formatted(channel));
    }

    private static void build(TestBed bed, String job, String script) {
        bed.jobs().createPipeline(job, script);
        bed.jobs().build(job);
    }

    /** Waits until something of a job is held, and returns ids and reasons. */
    private static String held(TestBed bed, String job) {
        return Awaitility.await()
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> bed.admin().script(HELD.formatted(job)), text -> text.contains("Named by"));
    }

    private static void arrivesOnce(TestBed bed, String job, String channel) {
        bed.channels().awaitAbout(job.substring(job.lastIndexOf('/') + 1), channel, 1);
        bed.waits().untilNothingIsLeftOf(job);
        assertThat(bed.channels().messagesAbout(job.substring(job.lastIndexOf('/') + 1), channel))
                .hasSize(1);
    }
}
