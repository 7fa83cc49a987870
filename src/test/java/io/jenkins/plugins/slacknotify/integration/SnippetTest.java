package io.jenkins.plugins.slacknotify.integration;

import io.jenkins.plugins.slacknotify.trigger.SlackNotifyStep;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Tests what the snippet generator writes, and the pipeline syntax reference. */
@WithJenkins
class SnippetTest {
    @Test
    void shouldWriteOnlyWhatDiffersFromDefaults(JenkinsRule jenkins) throws Exception {
        var snippets = new SnippetizerTester(jenkins);
        snippets.assertRoundTrip(new SlackNotifyStep(null), "slackNotify()");

        var step = new SlackNotifyStep("Hello");
        step.setChannel("#builds");
        step.setSeverity("notice");
        step.setWait(true);
        step.setTimeout(7);
        snippets.assertRoundTrip(
                step, "slackNotify channel: '#builds', message: 'Hello', severity: 'NOTICE', timeout: 7, wait: true");
    }

    @Test
    void shouldDescribeEveryOption(JenkinsRule jenkins) throws Exception {
        SnippetizerTester.assertDocGeneration(SlackNotifyStep.class);
    }
}
