package io.jenkins.plugins.slacknotify.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.sandbox.Fault;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class RestartTest {
    private static final String JOB = "waits";

    @RegisterExtension
    private final JenkinsSessionExtension session = new JenkinsSessionExtension();

    @AutoClose
    private final ConnectedSlack slack = new ConnectedSlack();

    @Test
    void shouldGoOnWaitingAfterRestart() throws Throwable {
        slack.sandbox().faults().always("chat.postMessage", Fault.closeBeforeReading());

        session.then(this::startBuildThatWaits);
        slack.sandbox().faults().clear();
        session.then(this::finishBuild);
    }

    private void startBuildThatWaits(JenkinsRule jenkins) throws Exception {
        slack.connectJenkins();
        var job = jenkins.createProject(WorkflowJob.class, JOB);
        job.setDefinition(new CpsFlowDefinition("""
                def message = slackNotify message: 'Still here', wait: true
                echo "ts=${message.ts}"
                """, true));
        job.scheduleBuild2(0).waitForStart();
        slack.sandbox().awaitCalls("chat.postMessage", 1, ConnectedSlack.TIMEOUT);
    }

    private void finishBuild(JenkinsRule jenkins) throws Exception {
        var run = jenkins.jenkins.getItemByFullName(JOB, WorkflowJob.class).getBuildByNumber(1);

        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));

        var messages = slack.await(1);
        assertThat(messages).hasSize(1);
        jenkins.assertLogContains("ts=" + messages.get(0).ts(), run);
    }
}
