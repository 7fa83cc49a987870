package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import org.junit.jupiter.api.Test;

/** Flaky or broken: how often a test failed, and that it passes when nothing was changed, in a real Jenkins. */
@JenkinsAcceptance(resetAfterEach = true)
class FlakyTestsTest {
    private static final String PIPELINE = """
            node {
                def bad = env.BUILD_NUMBER in ['2', '4']
                writeFile file: 'result.xml', text: '<testsuite name="PriceTest"><testcase classname="PriceTest" name="adds">' +
                    (bad ? '<failure message="expected 119 but was 120"/>' : '') + '</testcase></testsuite>'
                junit 'result.xml'
            }
            """;

    @Test
    void shouldSayHowOftenATestFailedAndSpareTheChannelWhereItIsFlaky(TestBed bed) {
        bed.jobs().createPipeline("wobbly", PIPELINE);
        for (int build = 1; build <= 4; build++) {
            bed.jobs().build("wobbly");
        }
        bed.channels().awaitAbout("wobbly #4", bed.systemChannel(), 1);
        bed.admin().script("""
            import org.jenkinsci.plugins.workflow.cps.replay.ReplayAction
            def action = Jenkins.get().getItem('wobbly').lastBuild.getAction(ReplayAction)
            action.run2(action.originalScript, [:])
            """);
        bed.jobs().build("wobbly", 5).await();

        var again = bed.channels().awaitAbout("wobbly #5", bed.systemChannel(), 2);
        var fourth =
                bed.channels().awaitAbout("wobbly #4", bed.systemChannel(), 1).get(0);
        System.out.println(fourth.blocks());
        assertThat(fourth.blocks().toString())
                .contains("`PriceTest.adds`: expected 119 but was 120 _(failed in 2 of the last 4 builds)_");
        assertThat(again)
                .extracting(SandboxMessage::text)
                .allSatisfy(text -> assertThat(text).contains("passes without a change: PriceTest.adds is flaky"));
        assertThat(again).filteredOn(SandboxMessage::isReply).allMatch(reply -> !reply.broadcast());
    }
}
