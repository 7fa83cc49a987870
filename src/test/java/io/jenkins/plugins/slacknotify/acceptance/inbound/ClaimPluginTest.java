package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Claims of the Claim plugin: one made in Slack is one there, and the other way round. */
@Tag("acceptance")
class ClaimPluginTest extends ButtonPlay {

    ClaimPluginTest() {
        super(false);
    }

    @Override
    Set<String> extraPlugins() {
        return Set.of("claim");
    }

    @Test
    void shouldClaimThereWhatIsClaimedInSlack() {
        var bad = claimable("slack-first");

        assertThat(answer(anna.press(bad.ts(), CLAIM))).startsWith("You look after *slack-first #1*.");
        assertThat(claimOf("slack-first")).isEqualTo("anna");
        awaitMessage(bad, message -> texts(message).contains("*Anna* is on it"));
        assertThat(answer(anna.press(bad.ts(), RELEASE))).contains("Nobody looks after");
        assertThat(claimOf("slack-first")).isEqualTo("null");
    }

    @Test
    void shouldShowInSlackWhatIsClaimedThere() {
        var bad = claimable("page-first");
        var bobsPage = JenkinsClient.of(bed.process().url(), "bob", "password-of-bob");

        bobsPage.post(
                "job/page-first/1/claim/claim",
                Map.of(
                        "json",
                        "{\"assignee\":\"bob\",\"reason\":\"mine\",\"errors\":\"\",\"sticky\":true,\"propagateToFollowingBuilds\":true}"));

        awaitMessage(bad, message -> texts(message).contains("*Bob* is on it"));
        assertThat(answer(anna.press(bed.postButton(CLAIM, valueOf(bad)), CLAIM)))
                .isEqualTo("*Bob* looks after *page-first #1* already.");
        bobsPage.post("job/page-first/1/claim/unclaim", Map.of());
        awaitMessage(bad, message -> !texts(message).contains("is on it"));
    }

    /** As where the plugin is too old for the method that is called, or the method fails. */
    @Test
    void shouldKeepAClaimThatThePluginHasNotTaken() {
        claimable("slack-alone");

        assertThat(bed.admin().script("""
                        import io.jenkins.plugins.slacknotify.lifecycle.act.BuildClaim
                        def run = Jenkins.get().getItem('slack-alone').getBuildByNumber(1)
                        BuildClaim.claim(run, 'anna', 'Anna', false)
                        run.save()
                        print BuildClaim.of(run).get().name()
                        """)).isEqualTo("Anna");
    }

    private io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage claimable(String job) {
        bed.jobs().createPipeline(job, "catchError { error 'x' }\nnode { step([$class: 'ClaimPublisher']) }");
        bed.jobs().build(job);
        var bad = awaitMessage(job + " #1", message -> labels(message).contains("I’m on it"));
        await("the action of the plugin")
                .atMost(TIMEOUT)
                .until(() -> !claimOf(job).equals("no action"));
        return bad;
    }

    private String claimOf(String job) {
        return bed.admin().script("""
                def action = Jenkins.get().getItem('%s').getBuildByNumber(1).getActions().find { it.class.simpleName == 'ClaimBuildAction' }
                print(action == null ? 'no action' : action.claimed ? action.claimedBy : 'null')
                """.formatted(job));
    }
}
