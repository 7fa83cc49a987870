package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The build step and the post-build action, made by the Job DSL. */
@JenkinsAcceptance
class FreestyleTest {
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

    private static void open(TestBed bed, Browser browser) {
        browser.open(bed.process().url().resolve("job/form/configure"));
        browser.find(MESSAGE);
    }

    private static void save(TestBed bed, Browser browser) {
        browser.click(By.cssSelector("#bottom-sticker [name=Submit]"));
        browser.awaitPageAfter(bed.process().url().resolve("job/form/configure"));
    }
}
