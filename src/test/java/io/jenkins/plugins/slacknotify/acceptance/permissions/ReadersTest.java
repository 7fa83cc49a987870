package io.jenkins.plugins.slacknotify.acceptance.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests what the readers of a job, and the owner of a folder, learn of what is not theirs: nothing of credentials, scopes and people, nor
 * of the destinations, templates and rules of the folders around.
 */
@JenkinsAcceptance(resetAfterEach = true)
class ReadersTest {
    private static final String SECRETS =
            "(?s).*(outer-bot|secret-plan|hidden-place|hidden-words|The app lacks|slack-token|Secret rule).*";

    /** A folder {@code outer} with a folder {@code inner}, which {@code developer} owns; {@code reader} sees its jobs. */
    @BeforeAll
    static void createFolders(TestBed bed) {
        bed.openSystemChannel();
        bed.jobDsl().run("""
            folder('outer') { properties { slackNotifyFolder {
                destinations {
                    namedDestination { name('hidden-place'); channel('#news'); credentialsId('outer-bot') }
                }
                rules {
                    notificationRule { name('Secret rule'); jobs(['outer/secret-plan']); to(['#news']) }
                    notificationRule { name('Secret rule 2'); jobs(['outer/secret-plan']); to(['hidden-plase']) }
                }
            } } }
            folder('outer/inner')
            """);
        bed.configuration().markReplaced();
        bed.admin().script("""
            import hudson.security.*
            import com.cloudbees.hudson.plugins.folder.properties.AuthorizationMatrixProperty
            import org.jenkinsci.plugins.matrixauth.PermissionEntry
            def jenkins = jenkins.model.Jenkins.get()
            def matrix = new ProjectMatrixAuthorizationStrategy()
            matrix.add(Jenkins.ADMINISTER, PermissionEntry.user('admin'))
            ['anonymous', 'developer', 'reader'].each { matrix.add(Jenkins.READ, PermissionEntry.user(it)) }
            jenkins.authorizationStrategy = matrix
            def outer = new AuthorizationMatrixProperty(new HashMap())
            ['developer', 'reader'].each { outer.add(hudson.model.Item.READ, PermissionEntry.user(it)) }
            jenkins.getItem('outer').addProperty(outer)
            def inner = new AuthorizationMatrixProperty(new HashMap())
            [hudson.model.Item.CONFIGURE, hudson.model.Item.BUILD].each { inner.add(it, PermissionEntry.user('developer')) }
            jenkins.getItemByFullName('outer/inner').addProperty(inner)
            """);
    }

    /** Each is kept back for a reason of the token, or of the net. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gone    | to: 'hidden-place'                       | outer-bot
            scope   | channel: '#scope'                        | The app lacks the scope
            """)
    void shouldTellReadersOnlyThatItIsTheToken(String name, String where, String secret, TestBed bed) {
        bed.channels().open("scope");
        if (name.equals("scope")) {
            bed.messageFaults().next("of " + name, 50, Fault.error("missing_scope"));
        }
        bed.jobs()
                .createPipeline(
                        "outer/inner/" + name,
                        "slackNotify message: 'of %s', %s, wait: true, timeout: 5".formatted(name, where));

        var build = bed.jobs().build("outer/inner/" + name);

        assertThat(build.console()).contains("token").doesNotMatch(SECRETS);
        var seen = bed.user("reader").get(build.path()).requireStatus(200).body();
        assertThat(seen).contains("Slack: 1 held", "token").doesNotMatch(SECRETS);
        assertThat(bed.admin().get(build.path()).body()).contains(secret);
        assertThat(bed.admin().get("manage/slack/deliveries/").body()).contains(secret);
    }

    @Test
    void shouldTellReadersWhatIsWrongWithTheMessageOrItsChannel(TestBed bed) {
        bed.jobs()
                .createPipeline(
                        "outer/inner/nowhere",
                        "slackNotify message: 'x', channel: '#nowhere-at-all', wait: true, timeout: 5");

        var build = bed.jobs().build("outer/inner/nowhere");

        assertThat(build.console()).contains("Slack finds no #nowhere-at-all");
        assertThat(bed.user("reader").get(build.path()).body()).contains("Slack finds no #nowhere-at-all");
    }

    @Test
    void shouldListNoNamesOfOthersInAConsole(TestBed bed) {
        bed.jobDsl().run("""
            job('outer/inner/misspelt') { properties { slackNotifyRules { rules {
                notificationRule { to(['hidden-plase']); template('hidden-wurds') }
            } } } }
            """);
        bed.jobs().createPipeline("outer/inner/names", "slackNotify message: 'x', to: 'nobody-such'");

        assertThat(bed.jobs().build("outer/inner/misspelt").console())
                .contains("there is no destination 'hidden-plase'", "there is no template 'hidden-wurds'")
                .doesNotMatch(SECRETS);
        assertThat(bed.jobs().build("outer/inner/names").console())
                .contains("'nobody-such' is neither")
                .doesNotMatch(SECRETS);
    }

    @Test
    void shouldShowTheOwnerOfAFolderOnlyTheProblemsOfThatFolder(TestBed bed) {
        assertThat(bed.admin().get("job/outer/slack-notify/").requireStatus(200).body())
                .contains("there is no destination 'hidden-plase'");
        var without = bed.user("developer")
                .get("job/outer/job/inner/slack-notify/")
                .requireStatus(200)
                .body();
        assertThat(without).doesNotContain("hidden-plase").doesNotMatch(SECRETS);

        bed.admin().script("""
            import io.jenkins.plugins.slacknotify.config.rules.*
            def rule = new RuleConfig(); rule.to = ['nowhere-named']
            def routing = new FolderRoutingProperty(); routing.rules = [rule]
            jenkins.model.Jenkins.get().getItemByFullName('outer/inner').addProperty(routing)
            """);
        assertThat(bed.user("developer")
                        .get("job/outer/job/inner/slack-notify/")
                        .requireStatus(200)
                        .body())
                .contains("nowhere-named")
                .doesNotContain("hidden-plase")
                .doesNotMatch(SECRETS);
    }

    /** Where another job writes to, and that it cannot, is not for whoever may configure this one. */
    @Test
    void shouldShowTheProblemOfAChannelToThoseOnlyWhoseJobsWriteThere(TestBed bed) {
        bed.jobDsl().run("folder('elsewhere')");
        bed.jobs().createPipeline("outer/inner/layoffs", "slackNotify message: 'x', channel: '#layoffs', wait: true");
        bed.jobs().build("outer/inner/layoffs");
        var check = "/descriptorByName/io.jenkins.plugins.slacknotify.config.rules.DestinationConfig/checkChannel";
        var form = Map.of("value", "#layoffs");

        assertThat(bed.admin().post("job/outer/job/inner" + check, form).body()).contains("Slack finds no #layoffs");
        assertThat(bed.admin().post("job/elsewhere" + check, form).body()).doesNotContain("layoffs");
    }

    /** The preview looks for tokens, and so knows which are missing. */
    @Test
    void shouldNotNameCredentialsInThePreviewOfAJob(TestBed bed) {
        bed.jobDsl().run("""
            job('outer/inner/previewed') { properties { slackNotifyRules { rules {
                notificationRule { to(['hidden-place']) }
            } } } }
            """);
        bed.jobs().build("outer/inner/previewed");

        var path = "job/outer/job/inner/job/previewed/slack-notify/preview?build=1";
        var shown =
                bed.user("developer").post(path, Map.of()).requireStatus(200).body();
        assertThat(shown).contains("#news", "no token that works").doesNotContain("outer-bot");
        assertThat(bed.admin().post(path, Map.of()).body()).contains("outer-bot");
    }

    @Test
    void shouldNotNameTheHostsOfTheNetworkToReaders(TestBed bed) {
        bed.configuration().set("apiUrl: 'http://127.0.0.1:9/api/'");
        bed.jobs()
                .createPipeline(
                        "outer/inner/offline", "slackNotify message: 'x', channel: '#news', wait: true, timeout: 3");

        var build = bed.jobs().build("outer/inner/offline");

        assertThat(build.console()).contains("Jenkins cannot reach Slack").doesNotContain("127.0.0.1:9");
        Awaitility.await("what the reader sees")
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.user("reader").get(build.path()).body(), body -> body.contains("1 waiting"));
        assertThat(bed.user("reader").get(build.path()).body())
                .contains("Jenkins cannot reach Slack")
                .doesNotContain("127.0.0.1:9");
        assertThat(bed.admin().get(build.path()).body()).contains("127.0.0.1:9");
    }
}
