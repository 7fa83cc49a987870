package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The build step and the post-build action, made by the Job DSL. */
@JenkinsAcceptance
class FreestyleTest {
    /** The shell of a build that goes on when the test says so. */
    private static final String WAIT =
            "echo waiting; while [ ! -e \\$JENKINS_HOME/go-\\$JOB_BASE_NAME ]; do sleep 0.1; done";

    private static final By MESSAGE = By.cssSelector("textarea[name='_.message']");

    @Test
    void shouldSpeakAtItsPlaceInTheBuild(TestBed bed) {
        bed.channels().open("steps");
        bed.jobDsl().run("""
            job('stepping') {
                steps {
                    slackNotify {
                        message('About to try')
                        mention('here')
                        channel('#steps')
                        severity('NOTICE')
                    }
                    shell('exit 1')
                }
            }
            """);

        var build = bed.jobs().build("stepping");

        assertThat(bed.channels().await("steps", 1).get(0).text()).isEqualTo("<!here> About to try");
        assertThat(build.console()).containsSubsequence("[Slack] Handed over for #steps", "exit 1");
    }

    @Test
    void shouldTellTheFinalResultAfterTheBuild(TestBed bed) {
        bed.channels().open("results");
        bed.jobDsl().run("""
            job('resulting') {
                steps { shell('exit 1') }
                publishers { slackNotify { channel('#results') } }
            }
            """);

        bed.jobs().build("resulting");

        assertThat(bed.channels().await("results", 1).get(0).headline())
                .contains("resulting #1")
                .endsWith("failed");
    }

    @Test
    void shouldSpeakForTheChosenResultsAndTrendsOnly(TestBed bed) {
        bed.channels().open("trends");
        bed.jobDsl().run("""
            job('trending') {
                parameters { stringParam('EXIT', '0') }
                steps { shell('exit $EXIT') }
                publishers {
                    slackNotify {
                        channel('trends')
                        when(['regressed', 'fixed'])
                    }
                }
            }
            """);

        for (var exit : new String[] {"0", "1", "1", "0"}) {
            bed.jobs().build("trending", "EXIT", exit);
        }

        assertThat(bed.channels().await("trends", 2))
                .extracting(SandboxMessage::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("trending #2").endsWith("broke"),
                        text -> assertThat(text).contains("trending #4").contains("is fixed after "));
    }

    @Test
    void shouldSpeakOnceForAMatrix(TestBed bed) {
        bed.channels().open("cells");
        bed.jobDsl().run("""
            matrixJob('matrix') {
                axes { text('SIDE', 'left', 'right') }
                steps { shell('exit 1') }
                publishers { slackNotify { channel('cells') } }
            }
            """);

        bed.jobs().build("matrix");
        bed.jobs().build("matrix");

        assertThat(bed.channels().await("cells", 2))
                .extracting(SandboxMessage::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("matrix #1"),
                        text -> assertThat(text).contains("matrix #2"));
    }

    /** Other plugins run post-build actions that the job does not list, such as Flexible Publish and Template Project. */
    @Test
    void shouldTellTheResultForAnActionOfAnotherPluginsStep(TestBed bed) {
        bed.channels().open("nested");
        bed.jobDsl().run("""
            job('templated') { steps { shell('%s; exit 1') } }
            job('template') { publishers { slackNotify { message('Of the template'); channel('nested') } } }
            """.formatted(WAIT));
        var build = bed.jobs().start("templated").awaitConsole("waiting");
        perform(bed, """
            def another = Jenkins.get().getItem('template').publishersList.get(0)
            def own = new SlackNotifyPublisher(channel: 'nested')
            perform(another, Jenkins.get().getItem('templated').lastBuild)
            perform(own, Jenkins.get().getItem('templated').lastBuild)
            perform(own, Jenkins.get().getItem('templated').lastBuild)
            """);
        goOn(bed, "templated");

        assertThat(build.await().result()).isEqualTo("FAILURE");
        assertThat(bed.channels().await("nested", 2))
                .extracting(SandboxMessage::headline)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("Of the template"),
                        second -> assertThat(second).contains("templated #1").endsWith("failed"));
    }

    @Test
    void shouldSpeakOnceForAMatrixWhoseCellsRunTheActionOfAnotherPluginsStep(TestBed bed) {
        bed.channels().open("nested-cells");
        bed.jobDsl().run("""
            matrixJob('nested-matrix') {
                axes { text('SIDE', 'left', 'right') }
                steps { shell('%s; exit 1') }
            }
            """.formatted(WAIT));
        var build = bed.jobs().start("nested-matrix");
        Awaitility.await("a cell")
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> perform(bed, """
                            def action = new SlackNotifyPublisher(channel: 'nested-cells')
                            def cells = Jenkins.get().getItem('nested-matrix').lastBuild?.runs?.findAll { it.building } ?: []
                            cells.each { perform(action, it) }
                            cells.each { perform(action, it) }
                            print cells.isEmpty()
                            """).equals("false"));
        goOn(bed, "SIDE=left", "SIDE=right");

        build.await();
        assertThat(bed.channels().await("nested-cells", 1))
                .extracting(SandboxMessage::headline)
                .singleElement()
                .satisfies(
                        text -> assertThat(text).contains("nested-matrix #1").endsWith("failed: stages left, right"));
    }

    /** Jenkins goes on with the actions of before, which the job does not list any more. */
    @Test
    void shouldSpeakOnceWhereAJobIsSavedWhileItsActionsRun(TestBed bed) {
        bed.channels().open("saved");
        bed.jobDsl().run("""
            job('saved-meanwhile') {
                steps { shell('%s') }
                publishers { slackNotify { channel('saved'); message('Ended $BUILD_NUMBER') } }
            }
            """.formatted(WAIT));
        var build = bed.jobs().start("saved-meanwhile").awaitConsole("waiting");
        perform(bed, """
            def job = Jenkins.get().getItem('saved-meanwhile')
            def before = job.publishersList.get(0)
            def xml = new ByteArrayInputStream(job.configFile.asString().getBytes('UTF-8'))
            job.updateByXml(new javax.xml.transform.stream.StreamSource(xml))
            assert !job.publishersList.get(0).is(before)
            perform(before, job.lastBuild)
            """);
        goOn(bed, "saved-meanwhile");

        build.await();
        bed.jobs().build("saved-meanwhile");
        assertThat(bed.channels().await("saved", 2))
                .extracting(SandboxMessage::text)
                .containsExactly("Ended 1", "Ended 2");
    }

    /** Each cell goes on with the actions of before; Jenkins asks those for links when it saves, once for each cell. */
    @Test
    void shouldSpeakOnceWhereAMatrixIsSavedWhileItsCellsRunActions(TestBed bed) {
        bed.channels().open("saved-cells");
        bed.jobDsl().run("""
            matrixJob('saved-matrix') {
                axes { text('HALF', 'upper', 'lower') }
                steps { shell('%s') }
                publishers { slackNotify { channel('saved-cells'); message('Ended $BUILD_NUMBER') } }
            }
            """.formatted(WAIT));
        var build = bed.jobs().start("saved-matrix");
        Awaitility.await("both cells")
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> bed.admin().script("""
                            print Jenkins.get().getItem('saved-matrix').lastBuild?.runs?.count { it.building }
                            """).strip().equals("2"));
        perform(bed, """
            def matrix = Jenkins.get().getItem('saved-matrix')
            def save = {
                def xml = new ByteArrayInputStream(matrix.configFile.asString().getBytes('UTF-8'))
                matrix.updateByXml(new javax.xml.transform.stream.StreamSource(xml))
                matrix.publishersList.get(0)
            }
            def before = save()
            assert !save().is(before)
            matrix.lastBuild.runs.each { perform(before, it) }
            """);
        goOn(bed, "HALF=upper", "HALF=lower");

        build.await();
        bed.jobs().build("saved-matrix");
        assertThat(bed.channels().await("saved-cells", 2))
                .extracting(SandboxMessage::text)
                .containsExactly("Ended 1", "Ended 2");
    }

    @Test
    void shouldSpeakForAnActionOfAnotherPluginsStepThoughTheFolderIsRenamedMeanwhile(TestBed bed) {
        bed.channels().open("nested-moved");
        bed.jobDsl().run("""
            folder('nested-before') {}
            job('nested-before/nested-moved') { steps { shell('%s') } }
            """.formatted(WAIT));
        bed.jobs().start("nested-before/nested-moved").awaitConsole("waiting");
        perform(bed, """
            def build = Jenkins.get().getItemByFullName('nested-before/nested-moved').lastBuild
            perform(new SlackNotifyPublisher(channel: 'nested-moved'), build)
            Jenkins.get().getItem('nested-before').renameTo('nested-after')
            """);
        goOn(bed, "nested-moved");

        assertThat(bed.channels().await("nested-moved", 1))
                .extracting(SandboxMessage::headline)
                .singleElement()
                .satisfies(text -> assertThat(text).contains("nested-moved #1"));
    }

    @Test
    void shouldFailTheBuildWhereThatWasAskedFor(TestBed bed) {
        bed.jobDsl().run("""
            job('strict-step') {
                steps { slackNotify { channel('#no-such'); failOnError(true) } }
            }
            job('strict-action') {
                steps { shell('true') }
                publishers { slackNotify { channel('#no-such'); failOnError(true) } }
            }
            job('lenient-action') {
                steps { shell('true') }
                publishers { slackNotify { channel('#no-such') } }
            }
            """);

        for (var job : new String[] {"strict-step", "strict-action"}) {
            var build = bed.jobs().build(job);
            assertThat(build.result()).isEqualTo("FAILURE");
            assertThat(build.console()).contains("Not delivered to #no-such", "Slack finds no #no-such");
        }
        assertThat(bed.jobs().build("lenient-action").result()).isEqualTo("SUCCESS");
    }

    /** Nothing can fail a matrix that is over, so it does not wait for Slack, which would keep its executor. */
    @Test
    void shouldNotWaitAtTheEndOfAMatrix(TestBed bed) {
        bed.jobDsl().run("""
            matrixJob('strict-matrix') {
                axes { text('SIDE', 'left') }
                steps { shell('true') }
                publishers { slackNotify { channel('#no-such-matrix'); failOnError(true) } }
            }
            """);

        var build = bed.jobs().build("strict-matrix");

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("Handed over for #no-such-matrix").doesNotContain("Not delivered");
    }

    @Test
    void shouldKeepAJobAsItIsWhenItsFormIsSaved(TestBed bed, Browser browser) {
        bed.jobDsl().run("""
            job('form') {
                properties { slackNotifyOptOut() }
                steps {
                    slackNotify {
                        message('Two\\nlines of "text"')
                        mention('here')
                        channel('#a, #b')
                        severity('CRITICAL')
                        failOnError(true)
                    }
                    slackNotify {}
                }
                publishers { slackNotify { channel('#c'); mention('channel'); when(['aborted', 'stillFailing']) } }
            }
            """);
        open(bed, browser);
        save(bed, browser);
        var saved = bed.jobs().configXml("form");

        open(bed, browser);
        browser.screenshot("freestyle-step", MESSAGE);
        save(bed, browser);

        assertThat(bed.jobs().configXml("form"))
                .isEqualTo(saved)
                .contains(
                        "SystemChannelOptOut",
                        "<message>Two\nlines of &quot;text&quot;</message>",
                        "<mention>here</mention>",
                        "<channel>#a, #b</channel>")
                .contains("<severity>CRITICAL</severity>", "<failOnError>true</failOnError>")
                .contains("<string>aborted</string>", "<string>stillFailing</string>");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldHaveHelpForEveryFieldOfTheForms(TestBed bed) {
        bed.jobDsl().run("job('helpful') { steps { slackNotify {} }; publishers { slackNotify {} } }");

        var form = bed.admin().get("job/helpful/configure").requireStatus(200).body();

        var links = Pattern.compile("helpURL=\"/([^\"]*slacknotify[^\"]*)\"")
                .matcher(form)
                .results();
        assertThat(links.map(link -> link.group(1)).distinct())
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(link -> assertThat(
                                bed.admin().get(link).requireStatus(200).body())
                        .isNotBlank());
    }

    /** Lets the builds of jobs go on that wait, or the cells of a matrix, which no other matrix may name like that. */
    private static void goOn(TestBed bed, String... jobs) {
        for (var job : jobs) {
            bed.admin().script("new File(Jenkins.get().rootDir, 'go-%s').text = ''".formatted(job));
        }
    }

    /** Runs a script that can run a post-build action in a build, as other plugins do. */
    private static String perform(TestBed bed, String script) {
        return bed.admin().script("""
            import io.jenkins.plugins.slacknotify.trigger.SlackNotifyPublisher
            perform = { action, build -> action.perform(build, null, new hudson.model.StreamBuildListener(System.err)) }
            %s
            """.formatted(script));
    }

    private static void open(TestBed bed, Browser browser) {
        browser.open(bed.process().url().resolve("job/form/configure"));
        browser.find(MESSAGE);
    }

    private static void save(TestBed bed, Browser browser) {
        browser.click(By.cssSelector("#bottom-sticker [name=Submit]"));
        browser.awaitPageAfter(bed.process().url().resolve("job/form/configure"));
    }
}
