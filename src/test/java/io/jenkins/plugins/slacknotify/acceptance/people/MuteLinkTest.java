package io.jenkins.plugins.slacknotify.acceptance.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way from the pages of a job and a build to the page that mutes the job, for those who may get direct messages about it. */
@JenkinsAcceptance(renewedForEach = true)
class MuteLinkTest {
    private static final String JOB = "job/mutable/";
    private static final String LINK = "slack-notify-mute";

    @BeforeEach
    void build(TestBed bed) {
        bed.jobs().createPipeline("mutable", "echo 'Hi'");
        bed.jobs().build("mutable");
    }

    @AfterEach
    void reset(TestBed bed) {
        quiet(bed, "reader");
        bed.reset();
    }

    @Test
    void shouldLeadToThePageThatMutesTheJob(TestBed bed) {
        bed.configuration().set("personal: {enabled: true}");
        var reader = bed.user("reader");
        assertThat(leads(reader)).isTrue();
        assertThat(reader.get(JOB + "1/").requireStatus(200).body()).contains("/" + JOB + "1/" + LINK);
        assertThat(reader.get(JOB + LINK + "/").requireStatus(200).body()).contains("You get direct messages");

        reader.post(JOB + LINK + "/mute", Map.of()).requireStatus(302);

        assertThat(reader.get(JOB + LINK + "/").requireStatus(200).body()).contains("You get no direct messages");
        assertThat(reader.get(JOB + "1/" + LINK + "/").requireStatus(200).body())
                .contains("You get no direct messages");
    }

    @Test
    void shouldLeadThereOnlyWhoMayGetDirectMessages(TestBed bed) {
        bed.configuration().set("personal: {enabled: true}");
        assertThat(leads(bed.anonymous())).as("nobody has signed in").isFalse();

        bed.configuration().set("personal: {enabled: false}");
        assertThat(leads(bed.user("reader"))).as("nobody is told").isFalse();
        assertThat(bed.user("reader").get(JOB + LINK + "/").status())
                .as("the link of a message")
                .isEqualTo(200);

        bed.configuration()
                .set(
                        "personal: {enabled: false}",
                        "routing: {rules: [{jobs: [mutable], to: ['#builds'], people: [culprits]}]}");
        assertThat(leads(bed.user("reader"))).as("a rule tells people").isTrue();
    }

    @Test
    void shouldNameThePatternThatMutesTheJob(TestBed bed) {
        quiet(bed, "reader", "muta*");

        assertThat(bed.user("reader").get(JOB + LINK + "/").requireStatus(200).body())
                .contains("You get no direct messages", "muta* is what mutes it")
                .doesNotContain("Unmute this job", "Mute this job");
    }

    @Test
    void shouldLeadWhoHasMutedTheJobBack(TestBed bed) {
        bed.configuration().set("personal: {enabled: false}");
        bed.user("reader").post(JOB + LINK + "/mute", Map.of()).requireStatus(302);

        assertThat(leads(bed.user("reader"))).isTrue();
        bed.user("reader").post(JOB + LINK + "/unmute", Map.of()).requireStatus(302);
        assertThat(leads(bed.user("reader"))).isFalse();
    }

    /** Who may not read it keeps the name that is known: a list of quiet jobs tells nobody what a job is called now. */
    @Test
    void shouldStayMutedWhenTheJobHasAnotherName(TestBed bed) {
        bed.admin().script("Jenkins.get().securityRealm.createAccount('outsider', 'outsider-password')");
        quiet(bed, "outsider", "mutable");
        quiet(bed, "reader", "other", "mutable", "mutable/**");

        bed.admin().script("Jenkins.get().getItem('mutable').renameTo('renamed-and-muted')");

        Awaitility.await("the quiet jobs to follow")
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> quietJobs(bed, "reader"), "[other, renamed-and-muted, renamed-and-muted/**]"::equals);
        assertThat(quietJobs(bed, "outsider")).isEqualTo("[mutable]");
        assertThat(bed.user("reader")
                        .get("job/renamed-and-muted/" + LINK + "/")
                        .requireStatus(200)
                        .body())
                .contains("You get no direct messages");
    }

    private static void quiet(TestBed bed, String account, String... jobs) {
        bed.admin().script("""
                User.getById('%s', true).getProperty(io.jenkins.plugins.slacknotify.personal.SlackUserProperty)
                    .setQuietJobs('%s'.tokenize())
                """.formatted(account, String.join(" ", jobs)));
    }

    private static String quietJobs(TestBed bed, String account) {
        return bed.admin().script("""
                print User.getById('%s', false).getProperty(io.jenkins.plugins.slacknotify.personal.SlackUserProperty).quietJobs
                """.formatted(account));
    }

    private static boolean leads(JenkinsClient client) {
        return client.get(JOB).body().contains("/" + JOB + LINK);
    }
}
