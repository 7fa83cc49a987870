package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.harness.Timeouts;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose token may speak for which job. */
@JenkinsAcceptance
class CredentialsTest {
    private static final String STORE_OF =
            "com.cloudbees.plugins.credentials.CredentialsProvider.lookupStores(Jenkins.get().getItemByFullName('%1$s')).find"
                    + " { it.context.fullName == '%1$s' }";

    private static final String ONE_CREDENTIAL = """
            credentials: {system: {domainCredentials: [
              {credentials: [{string: {id: slack-token, scope: SYSTEM, secret: "${SANDBOX_TOKEN}"}}]}]}}
            """;

    private static final String KEPT = """
            def file = new File(jenkins.model.Jenkins.get().rootDir, 'slack-notify/credentials.json')
            def ids = { com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.credentials*.id.sort() }
            """;

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

    /** A YAML that lists credentials of the system deletes all others, at each start and each reload. */
    @Test
    void shouldPutBackWhatItHasMadeAndConfigurationAsCodeHasDeleted(TestBed bed) {
        bed.admin().script("""
                import io.jenkins.plugins.slacknotify.config.credentials.SystemCredentialStore
                import io.jenkins.plugins.slacknotify.slack.IssuedSecret
                def token = IssuedSecret.of('%s')
                SystemCredentialStore.put('slack-notify-bot-T1', 'Made by the plugin', token)
                SystemCredentialStore.put('of-somebody', 'Made by hand', token)
                io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().credentialsId = 'slack-notify-bot-T1'
                """.formatted(bed.token()));
        awaitPrinted(bed, "print file.exists()", "true");
        assertThat(bed.admin().script(KEPT + "print file.text"))
                .contains("slack-notify-bot-T1")
                .doesNotContain(bed.token(), "of-somebody");

        assertThat(bed.configuration().apply(ONE_CREDENTIAL)).isEmpty();

        awaitPrinted(bed, "print ids()", "[slack-notify-bot-T1, slack-token]");
        bed.jobs().createPipeline("kept", "error 'no'");
        bed.jobs().build("kept");
        assertThat(bed.channels().awaitAbout("kept", bed.systemChannel(), 1)).hasSize(1);

        bed.reset();
        awaitPrinted(bed, "print file.exists()", "false");
        assertThat(bed.configuration().apply(ONE_CREDENTIAL)).isEmpty();
        bed.admin().script("io.jenkins.plugins.slacknotify.config.installation.KeptCredentials.get().keepUp()");
        assertThat(bed.admin().script(KEPT + "print ids()"))
                .as("the settings do not name it any more")
                .isEqualTo("[slack-token]");
        bed.reset();
    }

    private static void awaitPrinted(TestBed bed, String script, String printed) {
        await(script).atMost(Timeouts.LONG).until(() -> bed.admin().script(KEPT + script), printed::equals);
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
