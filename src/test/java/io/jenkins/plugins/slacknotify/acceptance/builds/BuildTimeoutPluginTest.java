package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import org.junit.jupiter.api.Test;

/** Tests what is said of builds that the Build Timeout plugin stops, which notes no cause. */
@JenkinsAcceptance(extraPlugins = "build-timeout", resetAfterEach = true)
class BuildTimeoutPluginTest {
    @Test
    void shouldTellOfTimeOutsOfFreestyleAndMatrixBuilds(TestBed bed) {
        bed.configuration().set("events: [timedOut]");
        bed.jobDsl().run("""
            def stopping = { how -> { project -> (project / 'buildWrappers').appendNode('hudson.plugins.build__timeout.BuildTimeoutWrapper').with {
                appendNode('strategy', [class: 'hudson.plugins.build_timeout.impl.NoActivityTimeOutStrategy'])
                    .appendNode('timeoutSecondsString', '1')
                appendNode('operationList').appendNode("hudson.plugins.build__timeout.operations.$how")
            } } }
            job('outlasting') { configure(stopping('AbortOperation')); steps { shell('sleep 60') } }
            job('outlasting-failed') { configure(stopping('FailOperation')); steps { shell('sleep 60') } }
            matrixJob('outlasting-matrix') {
                axes { text('SIDE', 'left') }
                configure(stopping('AbortOperation'))
                steps { shell('sleep 60') }
            }
            job('failing') { steps { shell('exit 1') } }
            """);

        bed.jobs().build("outlasting");
        bed.jobs().build("outlasting-failed");
        bed.jobs().build("outlasting-matrix");
        bed.jobs().build("failing");

        assertThat(text(bed, "outlasting #1")).startsWith(":alarm_clock: ").endsWith("ran out of time");
        assertThat(text(bed, "outlasting-failed #1")).endsWith("failed: it ran out of time");
        assertThat(text(bed, "outlasting-matrix #1")).endsWith("ran out of time");
        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout("/job/failing/", bed.systemChannel()))
                .isEmpty();
    }

    private static String text(TestBed bed, String build) {
        return bed.channels().awaitAbout(build, bed.systemChannel(), 1).get(0).headline();
    }
}
