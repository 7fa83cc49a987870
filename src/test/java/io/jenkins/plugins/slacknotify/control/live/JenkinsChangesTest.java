package io.jenkins.plugins.slacknotify.control.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JenkinsChangesTest {
    /** Jenkins calls these under the lock of its queue, and on threads of builds. There is no Jenkins here that could be asked. */
    @Test
    void shouldCountWithoutAQuestionToJenkins() {
        long before = JenkinsChanges.count();

        new QueueChanges().onEnterWaiting(null);
        new QueueChanges().onLeft(null);
        new BuildChanges().onStarted(null, null);
        new BuildChanges().onFinalized(null);

        assertThat(JenkinsChanges.count() - before).isGreaterThanOrEqualTo(4);
    }
}
