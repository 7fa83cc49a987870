package io.jenkins.plugins.slacknotify.acceptance.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import io.jenkins.plugins.slacknotify.acceptance.harness.FinestLog;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The token is nowhere but, encrypted, in the store of credentials. */
@JenkinsAcceptance
class SecretsTest {
    private static final String TEST_CONNECTION =
            "descriptorByName/io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration/testConnection";

    @CheckForNull
    private FinestLog log;

    @AfterEach
    void logAsBefore(TestBed bed) {
        bed.reset();
        if (log != null) {
            log.close();
        }
    }

    @Test
    void shouldKeepTheTokenSecretWhateverHappens(TestBed bed) throws IOException {
        log = FinestLog.begin(bed.admin());
        bed.channels().open("whispers");
        bed.jobs()
                .createPipeline(
                        "whispering",
                        "slackNotify message: 'psst', channel: 'whispers', wait: true, timeout: 1; error 'no'");
        var form = Map.of(
                "credentialsId",
                "slack-token",
                "channel",
                "#whispers",
                "apiUrl",
                bed.sandbox().apiUrl());
        for (var fault : List.of(
                Fault.html(),
                Fault.status(500),
                Fault.closeBeforeReading(),
                Fault.truncatedJson(),
                Fault.error("invalid_auth"),
                Fault.redirect("http://127.0.0.1:1/"))) {
            bed.messageFaults().next("psst", 1, fault);
            bed.jobs().build("whispering");
            bed.sandbox().faults().next("auth.test", fault);
            assertThat(bed.admin()
                            .post(TEST_CONNECTION, form)
                            .requireStatus(200)
                            .body())
                    .doesNotContain(bed.token());
        }

        assertThat(FileTree.filesWith(bed.token(), bed.process().home())).isEmpty();
        assertThat(String.join("\n", bed.process().log())).doesNotContain(bed.token());
        assertThat(bed.admin().exportConfiguration()).doesNotContain(bed.token());
        assertThat(bed.admin()
                        .get("manage/slack/connection/")
                        .requireStatus(200)
                        .body())
                .doesNotContain(bed.token());
        FinestLog.requireUsed(bed.process().home());
    }
}
