package io.jenkins.plugins.slacknotify.acceptance.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.pages.DeliveriesPage;
import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Tests who is told of a build in person: everybody who should be, and nobody else. Each table is all that people were told of those jobs,
 * and is printed.
 */
@JenkinsAcceptance(freshJenkins = true)
@Order(1)
class DirectMessagesTest {
    private static final String STRANGER = "eve@outside.example";

    private static Team team;

    @BeforeAll
    static void createTeam(TestBed bed) {
        bed.openSystemChannel();
        bed.configuration().set("personal: {enabled: true}");
        team = Team.create(bed);
        team.join("ann", "bob", "cleo", "cora", "uwe", "nick", "otto", "quinn", "petra", "dan", "dina");
        team.join("rita", "mia", "tess", "fay", "gil", "hal", "ivy");
        bed.slack().user("eve", STRANGER);
        team.member("dora");
        team.account("dora", "Dora", Team.address("dora"), false);
        team.account("max", "Max", "", true);
        team.prefer("otto", "choice.events = []");
        team.prefer("quinn", "quietJobs = ['team/qu*']");
        team.prefer("petra", "pausedUntil = '2099-12-24T17:30:00Z'");
        team.prefer("rita", "choice.startedByMe = true");
        team.prefer("mia", "choice.startedByMe = true");
        team.prefer(
                "dina",
                "slackId = '%1$s'; prove('%1$s', null)"
                        .formatted(bed.slack().requireUser("dina").id()));
        bed.slack().requireUser("dan").deactivate();
        bed.slack().requireUser("dina").deactivate();
    }

    @AfterEach
    void reset(TestBed bed) {
        bed.configuration().set("personal: {enabled: true}");
    }

    @Test
    void shouldTellWhoBrokeABuildIfTheyMayReadItAndWantTo(TestBed bed) {
        Stream.of(
                        team.breakBy("author", "Ann <ann@example.org>", "Break it"),
                        team.breakBy(
                                "co-author",
                                "Cleo <cleo@example.org>",
                                "Break it\n\nCo-authored-by: Somebody <cora@example.org>"),
                        team.breakBy(
                                "unknown",
                                "Una <una@elsewhere.example>",
                                "Break it\n\nCo-authored-by: Uwe <uwe@example.org>"),
                        team.breakBy("forged-address", "Eve <" + STRANGER + ">", "Break it"),
                        team.breakBy("forged-name", "Nick <" + STRANGER + ">", "Break it"),
                        team.breakBy("forged-nobody", "Max <" + STRANGER + ">", "Break it"),
                        team.breakBy("no-right", "Dora <dora@example.org>", "Break it"),
                        team.breakBy("opted-out", "Otto <otto@example.org>", "Break it"),
                        team.breakBy("quiet", "Quinn <quinn@example.org>", "Break it"),
                        team.breakBy("paused", "Petra <petra@example.org>", "Break it"),
                        team.breakBy("gone", "Dan <dan@example.org>", "Break it"),
                        team.breakBy("gone-member", "Dina <dina@example.org>", "Break it"),
                        team.breakBy("bot", "dependabot[bot] <1+dependabot[bot]@users.noreply.github.com>", "Break it"))
                .toList()
                .forEach(Build::await);

        assertTold(
                """
                author #1 | ann | failed | you changed this build
                bot | nobody
                co-author #1 | cleo | failed | you changed this build
                co-author #1 | cora | failed | you changed this build
                forged-address | nobody
                forged-name #1 | nick | failed | you changed this build
                forged-nobody | nobody
                gone | nobody
                gone-member | nobody
                no-right | nobody
                opted-out | nobody
                paused | nobody
                quiet | nobody
                unknown #1 | uwe | failed | you changed this build
                """,
                "author",
                "co-author",
                "unknown",
                "forged-address",
                "forged-name",
                "forged-nobody",
                "no-right",
                "opted-out",
                "quiet",
                "paused",
                "gone",
                "gone-member",
                "bot");
        assertThat(addressesLookedUp(bed))
                .contains(Team.address("ann"), Team.address("dan"))
                .doesNotContain(STRANGER);
        assertThat(bed.slack().directMessagesTo(STRANGER)).isEmpty();
    }

    @Test
    void shouldTellWhoBrokeItThatItBrokeAndThatItIsFixed(TestBed bed) {
        var repository = GitRepository.create();
        team.job("trend", repository, """
                publishers { slackNotify { message('Both of you'); to('culprits'); when(['stillFailing']) } }
                """);

        build(repository, "trend", "Ann <ann@example.org>", "exit 0");
        build(repository, "trend", "Bob <bob@example.org>", "exit 1");
        build(repository, "trend", "Tess <tess@example.org>", "exit 2");
        build(repository, "trend", "Tess <tess@example.org>", "exit 0 #");

        assertTold("""
                trend #2 | bob | broke | you changed this build
                trend #3 | bob | Both of you | you changed this job since it was last good
                trend #3 | tess | Both of you | you changed this build
                trend #4 | bob | is fixed | you changed the build in which this job broke
                """, "trend");
        assertThat(bed.slack().directMessagesTo(Team.address("bob")).stream()
                        .filter(message -> message.text().contains("trend #")))
                .as("one conversation")
                .satisfiesExactly(
                        broke -> assertThat(broke.text().lines())
                                .satisfiesExactly(
                                        over -> assertThat(over).contains("trend #4", "is fixed after"),
                                        told -> assertThat(told)
                                                .contains("trend #2")
                                                .endsWith("broke")),
                        fixed -> {
                            assertThat(fixed.text()).contains("trend #4", "is fixed after");
                            assertThat(fixed.isReply() && fixed.broadcast()).isTrue();
                        });
    }

    /** The git plugin takes the address of a commit for that of an account which has none, and stores it. */
    @Test
    void shouldNotTellAtAnAddressThatAnAccountHasFromAForgedCommit(TestBed bed) {
        var repository = GitRepository.create();
        team.job("poisoned", repository, "");

        build(repository, "poisoned", "Ann <ann@example.org>", "exit 0");
        build(repository, "poisoned", "Max <" + STRANGER + ">", "exit 1");
        bed.admin().get("job/team/job/poisoned/2/changes").requireStatus(200);
        build(repository, "poisoned", "Ann <ann@example.org>", "exit 0 #");

        assertThat(bed.admin().script("""
                print hudson.model.User.getById('max', false).getProperty(hudson.tasks.Mailer.UserProperty).address
                """)).isEqualTo(STRANGER);
        assertTold("poisoned | nobody", "poisoned");
        assertThat(bed.slack().directMessagesTo(STRANGER)).isEmpty();
    }

    @Test
    void shouldTellWhoWroteTheCommitThatABranchBeginsWith(TestBed bed) {
        var repository = GitRepository.create();
        repository.commit("Fay <fay@example.org>", "Break it", "Jenkinsfile", "node { checkout scm; error 'no' }");
        bed.jobDsl().run("""
                multibranchPipelineJob('team/branches') {
                    branchSources { git { id('it'); remote('%s') } }
                }
                """.formatted(repository.url()));
        bed.jobs().build("team/branches/main", 1).await();
        repository.branch("feature");
        repository.commit(
                "Gil <gil@example.org>", "Break it again", "Jenkinsfile", "node { checkout scm; error 'still no' }");
        bed.admin().post("job/team/job/branches/build", Map.of("delay", "0sec"));
        bed.jobs().build("team/branches/feature", 1).await();

        assertTold("""
                branches/feature #1 | gil | failed | you changed this build
                branches/main #1 | fay | failed | you changed this build
                """, "branches/main", "branches/feature");
    }

    @Test
    void shouldTellNobodyLessThanWhatIsMandatoryButNobodyWhoMayNotRead(TestBed bed) {
        bed.configuration().set("personal: {enabled: true, mandatory: [regressed]}");

        team.breakBy("must", "Otto <otto@example.org>", """
                        Break it

                        Co-authored-by: Petra <petra@example.org>
                        Co-authored-by: Dora <dora@example.org>
                        """).await();

        assertTold("""
                must #1 | otto | failed | you changed this build
                must #1 | petra | failed | you changed this build
                """, "must");
    }

    @Test
    void shouldTellWhoStartedABuildUpstreamAndGiveAllReasonsAtOnce(TestBed bed) {
        bed.jobDsl().run("""
                job('team/downstream') { steps { shell('exit 1') } }
                job('team/upstream') { publishers { downstream('team/downstream') } }
                """);
        var repository = GitRepository.create();
        repository.commit("Mia <mia@example.org>", "Break it", "build", "exit 1");
        team.job("both", repository, "");

        team.jobsAs("rita").build("team/upstream");
        team.jobsAs("mia").build("team/both");
        bed.jobs().build("team/downstream", 1).await();

        assertTold("""
                both #1 | mia | failed | you changed this build and started it
                downstream #1 | rita | failed | you started it
                upstream #1 | rita | succeeded | you started it
                """, "upstream", "downstream", "both");
    }

    @Test
    void shouldTellWhomAPipelineNames(TestBed bed) {
        var repository = GitRepository.create();
        repository.commit("Cora <cora@example.org>", "Add it", "file", "");
        bed.jobs().createPipeline("team/asked", """
                node { git url: '%s', branch: 'main' }
                slackNotify message: 'Have a look', to: ['committers', 'requester', 'ann', 'bob@example.org', 'dora', '%s']
                """.formatted(repository.url(), STRANGER));

        var build = team.jobsAs("rita").build("team/asked");

        assertTold("""
                asked #1 | ann | Have a look | the job names you
                asked #1 | bob | Have a look | the job names you
                asked #1 | cora | Have a look | you changed this build
                asked #1 | rita | Have a look | you started it
                asked #1 | rita | succeeded | you started it
                """, "asked");
        assertThat(build.consoleLines("[Slack]"))
                .containsExactly(
                        "[Slack] Handed over for 6 people at most", "[Slack] Handed over for 1 person at most");
    }

    @Test
    void shouldTellNobodyTwiceWhatAStepAndTheSystemTell(TestBed bed) {
        var repository = GitRepository.create();
        repository.commit("Tess <tess@example.org>", "Break it", "Jenkinsfile", "exit 1");
        bed.jobs().createPipeline("team/twice", """
                pipeline {
                    agent any
                    stages { stage('Test') { steps { git url: '%s', branch: 'main'; error 'no' } } }
                    post { failure { slackNotify to: ['breakers', 'tess'] } }
                }
                """.formatted(repository.url()));

        team.jobsAs("rita").build("team/twice");

        assertTold("""
                twice #1 | rita | failed: stage Test | you started it
                twice #1 | tess | failed: stage Test | you changed this build
                """, "twice");
    }

    @Test
    void shouldTellWhomAFreestyleJobNames(TestBed bed) {
        bed.jobDsl().run("""
                job('team/freestyle') {
                    steps { slackNotify { message('Begins'); to('ann') } }
                    publishers { slackNotify { to('bob@example.org, requester'); when(['success']) } }
                }
                """);

        team.jobsAs("cleo").build("team/freestyle");

        assertTold("""
                freestyle #1 | ann | Begins | the job names you
                freestyle #1 | bob | succeeded | the job names you
                freestyle #1 | cleo | succeeded | you started it
                """, "freestyle");
    }

    /** Each folder has its own token under the same id, for a workspace of its own, and people who are in both. */
    @Test
    void shouldKeepTwoWorkspacesApartUnderLoad(TestBed bed) {
        var people = List.of("ann", "bob", "cora", "uwe", "tess", "gil");
        people.forEach(id -> bed.sandbox().workspace("globex").user(id, Team.address(id)));
        team.folderWithToken("acme", bed.slack());
        team.folderWithToken("globex", bed.sandbox().workspace("globex"));

        Stream.of("acme/1", "globex/1", "acme/2", "globex/2", "acme/3", "globex/3", "acme/4", "globex/4")
                .peek(job -> bed.jobs().createPipeline("team/" + job, """
                        slackNotify message: 'From %s', to: '%s', credentialsId: 'workspace'
                        """.formatted(job, String.join(" ", people))))
                .map(job -> bed.jobs().start("team/" + job))
                .toList()
                .forEach(Build::await);
        team.quiet();

        for (var workspace : List.of(bed.slack(), bed.sandbox().workspace("globex"))) {
            for (var id : people) {
                var heard = workspace.directMessagesTo(Team.address(id)).stream()
                        .filter(message -> message.author().name().startsWith("bot-of-"))
                        .toList();
                assertThat(heard).hasSize(4).allSatisfy(message -> {
                    assertThat(message.text()).startsWith("From " + workspace.name() + "/");
                    assertThat(message.author().name()).isEqualTo("bot-of-" + workspace.name());
                });
            }
        }
        assertThat(bed.sandbox().workspace("globex").users())
                .allSatisfy(user -> assertThat(bed.sandbox().workspace("globex").directMessagesTo(user.email()))
                        .allSatisfy(
                                message -> assertThat(message.author().name()).isEqualTo("bot-of-globex")));
    }

    @Test
    void shouldNamePeopleToAdministratorsOnly(TestBed bed, Browser browser) {
        var build = team.breakBy("shown", "Hal <hal@example.org>", """
                        Break it

                        Co-authored-by: Dora <dora@example.org>
                        Co-authored-by: Una <una@elsewhere.example>
                        """).await();
        team.quiet();

        var page = DeliveriesPage.open(bed, browser);
        assertThat(page.rows())
                .anySatisfy(row -> assertThat(row).contains("shown #1", "@Hal"))
                .anySatisfy(row -> assertThat(row)
                        .contains("shown #1", "1 person told; left out: ")
                        .contains("1 without an account in this Jenkins", "1 who may not see the job"));
        page.screenshot("deliveries-people");
        assertThat(bed.user("ivy").get(build.path()).requireStatus(200).body())
                .contains("Slack: 2 delivered\n")
                .doesNotContain("person told", "left out", "@Hal");
        browser.open(bed.process().url().resolve(build.path()));
        browser.screenshot("build-people");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldNotNamePeopleOnThePageOfABuildWhenTheyCannotBeReached(TestBed bed) {
        bed.messageFaults().next("Hello in vain", 1, Fault.error("msg_too_long"));
        bed.jobs().createPipeline("team/unreached", "slackNotify message: 'Hello in vain', to: 'ivy'");
        var build = bed.jobs().build("team/unreached");
        team.quiet();

        assertThat(bed.user("ivy").get(build.path()).requireStatus(200).body())
                .contains("Slack: 1 refused")
                .doesNotContain("@Ivy", "longer than");
    }

    /** Runs after the others, or before; in any case over what there is. */
    @AfterAll
    static void consolesNameNobody() {
        assertThat(team.consoles())
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "\\[Slack] (Handed over for ((#[\\w-]+|\\d+ (person|people) at most)(, )?)+|Nobody to tell.+)"));
    }

    private static void build(GitRepository repository, String job, String author, String script) {
        repository.commit(author, "Make it " + script, "build", script);
        team.jobsAs("cleo").build("team/" + job);
    }

    private static void assertTold(String expected, String... jobs) {
        var told = team.quiet().told(jobs);
        System.out.println(told);
        assertThat(told).isEqualTo(expected.strip());
    }

    private static List<String> addressesLookedUp(TestBed bed) {
        return bed.sandbox().calls().stream()
                .filter(call -> call.method().equals("users.lookupByEmail"))
                .map(ApiCall::arguments)
                .map(arguments -> arguments.get("email"))
                .toList();
    }
}
