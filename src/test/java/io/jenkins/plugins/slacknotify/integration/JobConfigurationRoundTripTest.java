package io.jenkins.plugins.slacknotify.integration;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.slacknotify.config.SystemChannelOptOut;
import io.jenkins.plugins.slacknotify.trigger.SlackNotifyBuilder;
import io.jenkins.plugins.slacknotify.trigger.SlackNotifyPublisher;
import io.jenkins.plugins.slacknotify.trigger.SlackNotifyStep;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class JobConfigurationRoundTripTest {
    @Test
    void shouldKeepBuildStep(JenkinsRule jenkins) throws Exception {
        assertUnchanged(new SlackNotifyBuilder(), jenkins.configRoundtrip(new SlackNotifyBuilder()));

        var builder = new SlackNotifyBuilder();
        builder.setMessage(" *Done*\n<& more>");
        builder.setChannel("#builds, #night");
        builder.setTo("committers, requester");
        builder.setSeverity("warning");
        builder.setFailOnError(true);
        builder.setWhen(List.of("regressed", "fixed"));
        assertUnchanged(builder, jenkins.configRoundtrip(builder));
    }

    @Test
    void shouldKeepPostBuildAction(JenkinsRule jenkins) throws Exception {
        assertUnchanged(new SlackNotifyPublisher(), jenkins.configRoundtrip(new SlackNotifyPublisher()));

        var publisher = new SlackNotifyPublisher();
        publisher.setMessage("It is over.");
        publisher.setChannel("C0123456789");
        publisher.setTo("breakers ada@example.org");
        publisher.setSeverity("critical");
        publisher.setFailOnError(true);
        publisher.setWhen(List.of("success", "notBuilt"));
        assertUnchanged(publisher, jenkins.configRoundtrip(publisher));
    }

    @Test
    void shouldKeepPipelineStep(JenkinsRule jenkins) throws Exception {
        var tester = new StepConfigTester(jenkins);
        assertUnchanged(new SlackNotifyStep(null), tester.configRoundTrip(new SlackNotifyStep(null)));

        var step = new SlackNotifyStep("Hello\nworld");
        step.setChannel("#builds");
        step.setTo("culprits");
        step.setSeverity("notice");
        step.setFailOnError(true);
        step.setWait(true);
        step.setTimeout(7);
        assertUnchanged(step, tester.configRoundTrip(step));
    }

    /** The credential is gone from the store, and its id stays in the form all the same. */
    @Test
    void shouldKeepCredentialThatIsGone(JenkinsRule jenkins) throws Exception {
        var builder = new SlackNotifyBuilder();
        builder.setCredentialsId("gone");

        assertUnchanged(builder, jenkins.configRoundtrip(builder));
    }

    @Test
    void shouldKeepOptOut(JenkinsRule jenkins) throws Exception {
        var out = jenkins.createFreeStyleProject("out");
        out.addProperty(new SystemChannelOptOut());
        var in = jenkins.createFreeStyleProject("in");

        assertThat(optOut(jenkins.configRoundtrip(out))).isNotNull();
        assertThat(optOut(jenkins.configRoundtrip(in))).isNull();
    }

    private static SystemChannelOptOut optOut(FreeStyleProject job) {
        return job.getProperty(SystemChannelOptOut.class);
    }

    private static <T> void assertUnchanged(T before, T after) {
        assertThat(after)
                .isNotSameAs(before)
                .usingRecursiveComparison()
                .ignoringFields("listedBy") // The job that has it, of a post-build action.
                .ignoringCollectionOrder()
                .isEqualTo(before);
    }
}
