package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests whose token may speak for which job. */
@JenkinsAcceptance
class CredentialsTest {
    private static final String STORE_OF =
            "com.cloudbees.plugins.credentials.CredentialsProvider.lookupStores(Jenkins.get().getItemByFullName('%1$s')).find"
                    + " { it.context.fullName == '%1$s' }";

    @Test
    void shouldUseAGlobalTokenOfScopeSystem(TestBed bed) {
        assertThat(bed.admin()
                        .script("print com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.credentials"
                                + ".find { it.id == 'slack-token' }.scope"))
                .isEqualTo("SYSTEM");
        bed.jobs().createPipeline("trusting", "error 'no'");

        bed.jobs().build("trusting");

        assertThat(bed.channels().awaitAbout("trusting", bed.systemChannel(), 1))
                .hasSize(1);
    }

    @Test
    void shouldKeepATokenOfScopeSystemOutOfReachOfJobs(TestBed bed) {
        bed.jobs().createPipeline("reaching", """
            slackNotify message: 'Hi', credentialsId: 'slack-token', wait: true
            withCredentials([string(credentialsId: 'slack-token', variable: 'TOKEN')]) { echo 'got it' }
            """);

        var build = bed.jobs().build("reaching");

        assertThat(build.console())
                .contains("Jenkins has no token that works for it, or this job may not use that.")
                .contains("Could not find credentials entry with ID 'slack-token'")
                .doesNotContain("got it");
    }

    @ParameterizedTest
    @CsvSource({"system, SystemCredentialsProvider.instance.store", "folder, FOLDER"})
    void shouldSendWhatWaitedForATokenAsSoonAsItIsReplaced(String place, String store, TestBed bed) {
        var name = "mended-" + place;
        var dead = bed.slack().installBot("dead-" + place);
        bed.channels().open(name);
        bed.jobDsl().run("folder('%s')".formatted(name));
        var where = store.equals("FOLDER") ? STORE_OF.formatted(name) : "com.cloudbees.plugins.credentials." + store;
        bed.credentials().add(name, dead, "GLOBAL", where);
        bed.slack().revoke(dead);
        bed.jobs()
                .createPipeline(
                        name + "/patient",
                        "slackNotify message: 'Hi', channel: '%s', credentialsId: '%s', wait: true"
                                .formatted(name, name));
        assertThat(bed.jobs().build(name + "/patient").console()).contains("Slack does not accept the token");

        bed.credentials().replace(name, bed.slack().installBot("living-" + place), where);

        assertThat(bed.channels().await(name, 1)).hasSize(1);
    }

    @Test
    void shouldUseTheTokenOfTheJobsOwnFolder(TestBed bed) {
        bed.channels().open("shared");
        for (var folder : new String[] {"red", "blue"}) {
            bed.jobDsl().run("folder('%s')".formatted(folder));
            bed.credentials().add("team", bed.slack().installBot(folder), "GLOBAL", STORE_OF.formatted(folder));
            bed.jobs()
                    .createPipeline(
                            folder + "/talkative",
                            "for (int i = 1; i <= 5; i++) slackNotify message: \"%s $i\", channel: 'shared', credentialsId: 'team'"
                                    .formatted(folder));
        }
        bed.jobs().createPipeline("outsider", "slackNotify message: 'outside', credentialsId: 'team', wait: true");

        Stream.of("red/talkative", "blue/talkative")
                .map(job -> bed.jobs().start(job))
                .toList()
                .forEach(Build::await);
        var outsider = bed.jobs().build("outsider");

        assertThat(bed.channels().await("shared", 10))
                .hasSize(10)
                .allSatisfy(message ->
                        assertThat(message.text()).startsWith(message.author().name()));
        assertThat(outsider.console())
                .contains("Jenkins has no token that works for it, or this job may not use that.");
    }
}
