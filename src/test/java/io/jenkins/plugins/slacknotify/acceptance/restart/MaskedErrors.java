package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;

/**
 * Errors that were caught before the crash, of pipelines that end after it: one with a secret, of which Jenkins does not know any
 * more how it was masked, and one of a pipeline that has masked nothing.
 */
final class MaskedErrors implements Survivor {
    private static final String SECRET = "hunter4secret";

    private Build secret;
    private Build plain;

    @Override
    public String rule() {
        return "{jobs: ['caught-*'], events: [failure], to: ['#caught']}";
    }

    @Override
    public void begin(TestBed bed) {
        bed.channels().open("caught");
        bed.credentials().add("caught", SECRET);
        secret = start(bed, "caught-secret", """
            withCredentials([string(credentialsId: 'caught', variable: 'T')]) { error "token ${T} refused" }
            """);
        plain = start(bed, "caught-plain", "error 'no such host'");
    }

    private static Build start(TestBed bed, String job, String script) {
        bed.jobs().createPipeline(job, """
            stage('Deploy') { catchError { %s } }
            input message: 'Go on?', id: 'On'
            """.formatted(script));
        return bed.jobs().start(job).awaitConsole("Go on?").keep();
    }

    @Override
    public void goOn(TestBed bed) {
        assertThat(end(bed, plain, "caught-plain")).contains("Deploy", "no such host");
        assertThat(end(bed, secret, "caught-secret")).contains("Deploy").doesNotContain("refused");
        assertThat(bed.sandbox().calls().toString()).doesNotContain(SECRET);
    }

    private static String end(TestBed bed, Build build, String job) {
        build.awaitConsole("Ready to run");
        build.answer("On/proceedEmpty");
        assertThat(build.await().result()).isEqualTo("FAILURE");
        return bed.channels().awaitAbout("/" + job + "/", "caught", 1).get(0).toString();
    }
}
