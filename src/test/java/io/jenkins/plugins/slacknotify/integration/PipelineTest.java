package io.jenkins.plugins.slacknotify.integration;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PipelineTest {
    @AutoClose
    private final ConnectedSlack slack = new ConnectedSlack();

    @Test
    void shouldReturnWhereTheMessageIs(JenkinsRule jenkins) throws Exception {
        slack.connectJenkins();

        var run = build(jenkins, """
                def first = slackNotify message: 'Hello', wait: true
                echo "delivered=${first.delivered} ts=${first.ts}"
                slackNotify message: 'And more', thread: first
                """);

        jenkins.assertBuildStatusSuccess(run);
        var messages = slack.await(2);
        jenkins.assertLogContains("delivered=true ts=" + messages.get(0).ts(), run);
        assertThat(messages.get(0).text()).contains("Hello");
        assertThat(messages.get(1).threadTs()).isEqualTo(messages.get(0).ts());
    }

    @Test
    void shouldFailOnlyWhereItWasAskedTo(JenkinsRule jenkins) throws Exception {
        slack.connectJenkins();

        jenkins.assertBuildStatusSuccess(build(jenkins, "slackNotify channel: '#nowhere', wait: true"));

        var run = build(jenkins, "slackNotify channel: '#nowhere', failOnError: true");
        jenkins.assertBuildStatus(Result.FAILURE, run);
        jenkins.assertLogContains("#nowhere", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    private static WorkflowRun build(JenkinsRule jenkins, String script) throws Exception {
        var job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.waitForCompletion(job.scheduleBuild2(0).waitForStart());
    }
}
