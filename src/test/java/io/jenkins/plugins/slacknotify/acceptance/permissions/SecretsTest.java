package io.jenkins.plugins.slacknotify.acceptance.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The token is nowhere but, encrypted, in the store of credentials. */
@JenkinsAcceptance
class SecretsTest {
    /** A file in Jenkins' home gets all that anybody logs, however fine. */
    private static final String LOG_EVERYTHING = """
        import java.util.logging.*
        def file = new FileHandler("${Jenkins.get().rootDir}/everything.log")
        file.level = Level.ALL
        Logger.getLogger('').addHandler(file)
        ['io.jenkins.plugins.slacknotify', 'com.slack', 'okhttp3'].each { Logger.getLogger(it).level = Level.ALL }
        """;

    private static final String LOG_AS_BEFORE = """
        import java.util.logging.*
        def root = Logger.getLogger('')
        root.handlers.findAll { it instanceof FileHandler }.each { root.removeHandler(it); it.close() }
        ['io.jenkins.plugins.slacknotify', 'com.slack', 'okhttp3'].each { Logger.getLogger(it).level = null }
        """;

    private static final String TEST_CONNECTION =
            "descriptorByName/io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration/testConnection";

    @AfterEach
    void logAsBefore(TestBed bed) {
        bed.reset();
        bed.admin().script(LOG_AS_BEFORE);
    }

    @Test
    void shouldKeepTheTokenSecretWhateverHappens(TestBed bed) throws IOException {
        bed.admin().script(LOG_EVERYTHING);
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
        assertThat(Files.size(bed.process().home().resolve("everything.log"))).isPositive();
    }
}
