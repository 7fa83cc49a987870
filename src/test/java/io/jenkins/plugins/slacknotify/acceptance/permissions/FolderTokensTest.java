package io.jenkins.plugins.slacknotify.acceptance.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens of folders and workspaces: who may use which, and whose builds are sent with which. */
@JenkinsAcceptance
@Order(9)
class FolderTokensTest {
    private static final int MANY = 6;

    private static final String ENGINE = "io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine()";

    private static final String SYSTEM_STORE =
            "com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.store";

    private static final String STORE_OF =
            "com.cloudbees.plugins.credentials.CredentialsProvider.lookupStores(Jenkins.get().getItemByFullName('%1$s')).find"
                    + " { it.context.fullName == '%1$s' }";

    @Test
    void shouldFoldTheBuildsOfEachFolderIntoItsOwnWorkspace(TestBed bed) {
        for (var folder : List.of("north", "south")) {
            var workspace = bed.sandbox().workspace(folder);
            var token = workspace.installBot("bot-of-" + folder);
            workspace.channel("storm").invite("bot-of-" + folder);
            bed.jobDsl().run("""
                folder('%s') {
                    properties {
                        slackNotifyFolder {
                            destinations { namedDestination { name('team'); channel('#storm'); credentialsId('slack-bot') } }
                            rules { notificationRule { events(['failure']); to(['team']); last(true) } }
                        }
                    }
                }
                """.formatted(folder));
            bed.credentials().add("slack-bot", token, "GLOBAL", STORE_OF.formatted(folder));
            IntStream.range(0, MANY)
                    .forEach(number -> bed.jobs().createPipeline(folder + "/of-" + folder + number, "error 'no'"));
        }
        bed.sandbox()
                .faults()
                .nextTimesAbout("storm", 2, "chat.postMessage", Fault.rateLimited(Duration.ofSeconds(20)));

        var builds = Stream.of("north", "south")
                .flatMap(folder -> IntStream.range(0, MANY)
                        .mapToObj(number -> bed.jobs().start(folder + "/of-" + folder + number)))
                .toList();
        builds.forEach(Build::await);
        bed.waits().untilNothingIsLeftOf("(north|south)/.*");

        for (var folder : List.of("north", "south")) {
            var other = folder.equals("north") ? "south" : "north";
            var messages = bed.sandbox().workspace(folder).messagesIn("storm");
            assertThat(messages).hasSizeBetween(1, MANY - 1);
            assertThat(messages.toString()).doesNotContain("of-" + other);
            for (var number = 0; number < MANY; number++) {
                var job = "of-" + folder + number;
                assertThat(messages.stream().map(SandboxMessage::toString)).anyMatch(message -> message.contains(job));
            }
        }
    }

    /** As in a folder of an organisation: a project for each repository, and one of them has a credential of its own. */
    @Test
    void shouldFoldTheBuildsOfProjectsThatShareTheCredentialOfTheFolderAroundThem(TestBed bed) {
        var acme = bed.sandbox().workspace("organisation");
        var token = acme.installBot("bot-of-organisation");
        acme.channel("together").invite("bot-of-organisation");
        bed.jobDsl()
                .run("""
                folder('organisation') { properties { slackNotifyFolder {
                    destinations { namedDestination { name('team'); channel('#together'); credentialsId('slack-bot') } }
                    rules { notificationRule { events(['failure']); to(['team']); last(true) } }
                } } }
                """
                        + IntStream.range(0, MANY)
                                .mapToObj("folder('organisation/project%d')\n"::formatted)
                                .collect(Collectors.joining()));
        bed.credentials().add("slack-bot", token, "GLOBAL", STORE_OF.formatted("organisation"));
        for (var number = 0; number < MANY; number++) {
            bed.jobs().createPipeline("organisation/project%d/main".formatted(number), "error 'no'");
        }
        bed.sandbox()
                .faults()
                .nextTimesAbout("together", 2, "chat.postMessage", Fault.rateLimited(Duration.ofSeconds(20)));

        var builds = IntStream.range(0, MANY)
                .mapToObj(number -> bed.jobs().start("organisation/project%d/main".formatted(number)))
                .toList();
        builds.forEach(Build::await);
        bed.waits().untilNothingIsLeftOf("organisation/.*");

        assertThat(acme.messagesIn("together")).hasSizeBetween(1, MANY - 1);
        assertThat(bed.admin().script("""
                def folders = new io.jenkins.plugins.slacknotify.config.FoldersOfCredentials()
                print folders.find('slack-bot', 'organisation/project0/main').orElse('?') + ', '
                print folders.find('slack-token', 'organisation/project0/main').orElse('?') + ', '
                print folders.find('nobody', 'organisation/project0/main').orElse('?')""")).contains("organisation, , ?");
    }

    /** Configuration by XML calls no setter, so what it holds is refused where it would be used. */
    @Test
    void shouldNotLetAFolderUseTheWorkspaceOfAnAdministrator(TestBed bed) {
        // Other classes may have sent something to the channels of that workspace in the same Jenkins.
        var partner = bed.sandbox().workspace("partner");
        bed.credentials().add("partner-bot", partner.installBot("partner"), "SYSTEM", SYSTEM_STORE);
        partner.channel("reaching-general").invite("partner");
        partner.channel("reaching-news").invite("partner");
        bed.configuration().set("""
            routing:
                  workspaces: [{name: partner, credentialsId: partner-bot}]
                  destinations: [{name: partner-news, workspace: partner, channel: "#reaching-news"}]""");
        bed.jobDsl().run("""
            folder('reaching') { properties { slackNotifyFolder {
                destinations { namedDestination { name('x'); channel('#reaching-general') } }
                rules { notificationRule { to(['x', 'partner-news']) } }
            } } }
            """);
        bed.jobs().createPipeline("reaching/job", "slackNotify message: 'to a name', to: 'x', wait: true; error 'no'");
        bed.jobs()
                .configure(
                        "reaching",
                        bed.jobs()
                                .configXml("reaching")
                                .replace(
                                        "<channel>#reaching-general</channel>",
                                        "<channel>#reaching-general</channel><workspace>partner</workspace>"));
        assertThat(bed.jobs().configXml("reaching")).contains("<workspace>partner</workspace>");

        bed.jobs().build("reaching/job");
        bed.waits().untilNothingIsLeftOf("reaching/.*");

        assertThat(partner.messagesIn("reaching-news"))
                .as("what the administrator has made")
                .hasSize(1);
        assertThat(partner.messagesIn("reaching-general")).isEmpty();
        assertThat(bed.admin()
                        .get("job/reaching/slack-notify/")
                        .requireStatus(200)
                        .body())
                .contains("Only a destination of the whole system may name a workspace");
        assertThat(bed.user("developer")
                        .post(
                                "job/reaching/descriptorByName/io.jenkins.plugins.slacknotify.config.rules.DestinationConfig/checkWorkspace",
                                Map.of("value", "partner"))
                        .body())
                .contains("Only a destination of the whole system may name a workspace");
    }

    @Test
    void shouldFindTheTokenOfAFolderThoughTheJobIsGone(TestBed bed) {
        teamFolder(bed, "leaving");
        waitingBuild(bed, "leaving/pull-request");

        bed.admin().script("Jenkins.get().getItemByFullName('leaving/pull-request').delete()");

        assertThat(bed.channels().awaitAbout("of leaving/pull-request", "leaving", 1))
                .singleElement()
                .satisfies(message -> assertThat(message.author().name()).isEqualTo("bot-of-leaving"));
    }

    /** Jenkins itself finds credentials of every scope at the top level; a job there does not, and neither does what it has left. */
    @Test
    void shouldFindNoCredentialOfTheSystemWhenAJobAtTheTopLevelIsGone(TestBed bed) {
        bed.channels().open("toplevel");
        bed.jobs()
                .createPipeline(
                        "toplevel", "slackNotify message: 'of it', channel: '#toplevel', credentialsId: 'slack-token'");
        bed.jobs().build("toplevel");
        awaitState(bed, "toplevel", "HELD");
        bed.admin().script("Jenkins.get().getItem('toplevel').delete()");
        bed.admin().script(ENGINE + ".retries().credentialsChanged()");

        awaitAttempts(bed, "toplevel", 2);
        awaitState(bed, "toplevel", "HELD");
        assertThat(bed.slack().messagesIn("toplevel")).isEmpty();
    }

    @Test
    void shouldFindTheTokenOfAFolderThoughTheBuildIsGone(TestBed bed) {
        teamFolder(bed, "discarding");
        waitingBuild(bed, "discarding/job");

        bed.admin().script("Jenkins.get().getItemByFullName('discarding/job').getBuildByNumber(1).delete()");

        assertThat(bed.channels().awaitAbout("of discarding/job", "discarding", 1))
                .hasSize(1);
    }

    /** Builds run as somebody who may not use the credential, and so did the one that is gone. */
    @ParameterizedTest
    @ValueSource(strings = {"getBuildByNumber(1).delete()", "delete()", "renameTo('another')"})
    void shouldNotFindATokenThatTheBuildMightNotUse(String goes, TestBed bed) {
        var folder = "guarded-" + goes.replaceAll("\\W.*", "").toLowerCase(Locale.ROOT);
        teamFolder(bed, folder);
        bed.admin().script("""
            jenkins.security.QueueItemAuthenticatorConfiguration.get().authenticators.add(
                new jenkins.security.QueueItemAuthenticator() {
                    org.springframework.security.core.Authentication authenticate2(hudson.model.Queue.Task task) {
                        Jenkins.ANONYMOUS2
                    }
                })
            """);
        try {
            bed.jobs()
                    .createPipeline(
                            folder + "/job",
                            "slackNotify message: 'of %1$s', channel: '#%1$s', credentialsId: 'team'"
                                    .formatted(folder));
            bed.jobs().build(folder + "/job");
            awaitState(bed, folder + "/job", "HELD");
            bed.admin().script("Jenkins.get().getItemByFullName('%s/job').%s".formatted(folder, goes));
            bed.admin().script(ENGINE + ".retries().credentialsChanged()");

            awaitAttempts(bed, folder + "/job", 2);
            awaitState(bed, folder + "/job", "HELD");
            assertThat(bed.slack().messagesIn(folder)).isEmpty();
        } finally {
            bed.admin().script("jenkins.security.QueueItemAuthenticatorConfiguration.get().authenticators.clear()");
        }
        assertThat(bed.slack().messagesIn(folder)).isEmpty();
    }

    /** A credential of the system is saved, and so is a folder: neither is a reason to call Slack before it wants to be called. */
    @Test
    void shouldLeaveAPauseOfSlackAloneWhenCredentialsAreSaved(TestBed bed) {
        teamFolder(bed, "pausing");
        bed.messageFaults().next("of pausing", 1, Fault.rateLimited(Duration.ofMinutes(10)));
        bed.jobs()
                .createPipeline(
                        "pausing/job", "slackNotify message: 'of pausing', channel: '#pausing', credentialsId: 'team'");
        bed.jobs().build("pausing/job");
        awaitState(bed, "pausing/job", "WAITING");

        bed.credentials().add("another", "x");
        bed.admin().script("Jenkins.get().getItemByFullName('pausing').save()");
        bed.waits().untilSystemChannelIsQuiet();

        awaitAttempts(bed, "pausing/job", 1);
    }

    @Test
    void shouldNotTakeAJobForAnotherOneThatHadItsName(TestBed bed) {
        bed.jobs().createPipeline("named", "echo 'hi'");
        bed.jobs().build("named");
        bed.jobs().build("named");
        var first = "new BuildKey('named', 1, java.time.Instant.ofEpochMilli(%sL))"
                .formatted(bed.admin()
                        .script("print Jenkins.get().getItem('named').getBuildByNumber(1).startTimeInMillis"));

        assertThat(current(bed, first)).as("it is there").isEqualTo("job and run");
        bed.admin().script("Jenkins.get().getItem('named').getBuildByNumber(1).delete()");
        assertThat(current(bed, first)).as("it is deleted").isEqualTo("job");
        bed.admin().script("Jenkins.get().getItem('named').delete()");
        assertThat(current(bed, first)).as("its job is deleted").isEqualTo("nothing");
        bed.jobs().createPipeline("named", "echo 'hi'");
        assertThat(current(bed, first)).as("another job has its name").isEqualTo("nothing");
        bed.jobs().build("named");
        assertThat(current(bed, first)).as("with a build of its number").isEqualTo("nothing");
    }

    private static String current(TestBed bed, String key) {
        return bed.admin().script("""
            import io.jenkins.plugins.slacknotify.config.build.CurrentBuild
            import io.jenkins.plugins.slacknotify.event.build.BuildKey
            def found = CurrentBuild.find(%s)
            print !found.present ? 'nothing' : found.get().run() == null ? 'job' : 'job and run'
            """.formatted(key));
    }

    /** Makes a folder with a token of its own, and a channel of that name. */
    private static void teamFolder(TestBed bed, String folder) {
        bed.jobDsl().run("folder('%s') {}".formatted(folder));
        bed.credentials().add("team", bed.slack().installBot("bot-of-" + folder), "GLOBAL", STORE_OF.formatted(folder));
        bed.slack().channel(folder).invite("bot-of-" + folder);
    }

    /** Runs a build whose message waits for some seconds. */
    private static void waitingBuild(TestBed bed, String job) {
        var channel = job.replaceFirst("/.*", "");
        bed.messageFaults().next("of " + job, 1, Fault.rateLimited(Duration.ofSeconds(8)));
        bed.jobs()
                .createPipeline(
                        job,
                        "slackNotify message: 'of %s', channel: '#%s', credentialsId: 'team'".formatted(job, channel));
        bed.jobs().build(job);
        awaitState(bed, job, "WAITING");
    }

    private static void awaitState(TestBed bed, String job, String state) {
        Awaitility.await(job + " is " + state)
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> bed.admin().script("""
                            print %s.deliveries().latest(9).findAll { it.job() == '%s' && it.attempts() > 0 }*.state()
                            """.formatted(ENGINE, job)), ("[" + state + "]")::equals);
    }

    private static void awaitAttempts(TestBed bed, String job, int attempts) {
        Awaitility.await(job + " was tried " + attempts + " times")
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> bed.admin().script("""
                            print %s.deliveries().latest(9).findAll { it.job() == '%s' }*.attempts()
                            """.formatted(ENGINE, job)), ("[" + attempts + "]")::equals);
    }
}
