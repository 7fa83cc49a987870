package io.jenkins.plugins.slacknotify.acceptance.story;

import static io.jenkins.plugins.slacknotify.acceptance.story.StoryJobs.ADA;
import static io.jenkins.plugins.slacknotify.acceptance.story.StoryJobs.ALAN;
import static io.jenkins.plugins.slacknotify.acceptance.story.StoryJobs.GRACE;
import static io.jenkins.plugins.slacknotify.acceptance.story.StoryJobs.channel;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tells the story of the manual, from a real Jenkins: see {@code .ci/story}. */
@JenkinsAcceptance(freshJenkins = true, ruinsJenkins = true)
@Tag("story")
class PictureStoryTest {
    private static final String ENDS = "success, unstable, failure, aborted, notBuilt";

    /** The rules by which each job tells its channel. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("nightly-backup", ENDS),
            Map.entry("checkout", ENDS),
            Map.entry("shop", ENDS),
            Map.entry("release", "started, waitingForInput, " + ENDS),
            Map.entry("migration", "started, " + ENDS),
            Map.entry("load-test", "runningLong, aborted"),
            Map.entry("search", ENDS),
            Map.entry("platform", ENDS),
            Map.entry("fleet", ENDS),
            Map.entry("import", "started, " + ENDS),
            Map.entry("smoke-test", ENDS),
            Map.entry("mobile", ENDS));

    private TestBed bed;
    private StoryJobs jobs;
    private StoryBook book;

    @Test
    void shouldTellTheStory(TestBed testBed, Browser browser) {
        bed = testBed;
        jobs = StoryJobs.create(bed, RULES);
        book = new StoryBook(bed, browser);

        freestyle();
        pipeline();
        branches();
        again();
        downstream();
        input();
        longRunning();
        manyAtOnce();
        ownWords();
        crash();
        outOfTime();
        new InSlackChapter(bed, jobs, book).tell();
        book.close();
    }

    private void freestyle() {
        bed.jobDsl().run("""
            job('nightly-backup') {
                steps { shell('''[ $BUILD_NUMBER = 1 -o $BUILD_NUMBER = 4 ] && exit
                    echo 'rsync: No space left on device (28)'
                    exit 11''') }
            }
            """);
        jobs.byTimer("nightly-backup", 1);
        book.tell(
                new StoryStep("freestyle-good", "A freestyle job, started by the timer", """
                    All is well: one line, and below it how long it took, who started it, and where its console is.
                    """)
                        .tells(EventKind.SUCCESS)
                        .also("freestyle", "started by the timer"),
                channel("nightly-backup"),
                ":white_check_mark: nightly-backup #1 succeeded");

        jobs.byTimer("nightly-backup", 2);
        book.tell(
                new StoryStep("freestyle-broke", "It breaks", """
                    A new message, as people have to be called. A freestyle job has no stages, so the line that says why comes from the
                    end of its log.
                    """)
                        .tells(EventKind.FAILURE, EventKind.REGRESSED)
                        .also("freestyle"),
                channel("nightly-backup"),
                ":x: nightly-backup #2 broke",
                "> Last lines of the log.*");

        jobs.byGrace("nightly-backup");
        book.tell(
                new StoryStep("freestyle-still", "Somebody tries again, in vain", """
                    That it still fails stands in the thread of the build that broke; the channel is left in peace.
                    """)
                        .tells(EventKind.STILL_FAILING)
                        .also("freestyle", "started by somebody"),
                channel("nightly-backup"),
                ":x: nightly-backup #2 broke",
                "> Last lines of the log.*",
                "> :x: nightly-backup #3 still fails, 2nd time since #2");

        jobs.byGrace("nightly-backup");
        book.tell(
                new StoryStep("freestyle-fixed", "It works again", """
                    The channel hears of it by a reply, and the message that told of the trouble begins with its end from now on, so that
                    nobody runs after what is over.
                    """)
                        .tells(EventKind.FIXED)
                        .also("freestyle"),
                channel("nightly-backup"),
                ":white_check_mark: nightly-backup #4 is fixed after .*\n:x: nightly-backup #2 broke",
                "> Last lines of the log.*",
                "> :x: nightly-backup #3 still fails, 2nd time since #2",
                ">> :white_check_mark: nightly-backup #4 is fixed after .*");
    }

    private void pipeline() {
        var repository = jobs.createCheckout();
        jobs.byGrace("checkout");
        book.tell(
                new StoryStep("pipeline-good", "A pipeline from Git, with JUnit results", """
                    A link to the tests is there as soon as there are any.
                    """)
                        .also("pipeline", "JUnit results"),
                channel("checkout"),
                ":white_check_mark: checkout #1 succeeded");

        jobs.commitTests(ADA, "Round prices half up", "PriceTest.roundsHalfUp");
        jobs.byGrace("checkout");
        book.tell(
                new StoryStep("pipeline-unstable", "A commit makes a test fail", """
                    The headline counts, and below it stand the test by its name and the commit by its author, linked to the browser of
                    the repository.
                    """)
                        .tells(EventKind.UNSTABLE, EventKind.REGRESSED)
                        .also("pipeline", "JUnit results", "Git commits"),
                channel("checkout"),
                ":warning: checkout #2 is unstable: 1 test newly fails");

        repository.commit(GRACE, "Speed up the cart", "cart", "1");
        repository.commit(GRACE, "Cache the exchange rates", "rates", "1");
        repository.commit(ALAN, "Log slow queries", "queries", "1");
        repository.commit(ALAN, "Tidy the cart's styles", "styles", "1");
        repository.commit(
                ADA,
                "Ask the new warehouse",
                "integration",
                "echo 'GET /checkout'\necho 'curl: (22) The requested URL returned error: 503'\nexit 22");
        jobs.commitTests(
                ADA, "Add tax to the sum", "PriceTest.roundsHalfUp", "PriceTest.addsTax", "CartTest.keepsItsSum");
        jobs.byGrace("checkout");
        book.hear(
                new StoryStep("pipeline-broke", "Six commits later, one of its parallel stages fails, too", """
                    Worse than before, so the reply shows in the channel as well. It names the stage, only the tests that did not fail
                    before, and the latest five commits; the rest stands below it: the end of the stage's log, all tests that fail, and
                    all commits.
                    """)
                        .tells(EventKind.FAILURE, EventKind.REGRESSED)
                        .also("pipeline", "parallel stages", "JUnit results", "Git commits"),
                channel("checkout"),
                ":warning: checkout #2 is unstable: 1 test newly fails",
                ">> :x: checkout #3 broke: 3 tests fail \\(2 new\\)",
                "> Last lines of the log of Integration.*");
        book.tell(
                new StoryStep("direct-message", "Who may have broken it hears of it in person", """
                    Ada has chosen nothing, so she hears of what she broke. The last line says why she does. It is one conversation,
                    which began when she made the first test fail.
                    """)
                        .also("direct messages"),
                "ada@example.org",
                ":warning: checkout #2 is unstable: 1 test newly fails",
                ">> :x: checkout #3 broke: 3 tests fail \\(2 new\\)");

        repository.commit(ALAN, "Round the tax, too", "tax", "1");
        jobs.byGrace("checkout");
        book.tell(
                new StoryStep("pipeline-still", "Another commit does not help", """
                    As bad as the build before: in the thread alone, with the one commit that is new.
                    """)
                        .tells(EventKind.STILL_FAILING)
                        .also("pipeline", "parallel stages", "Git commits"),
                channel("checkout"),
                ":warning: checkout #2 is unstable: 1 test newly fails",
                ">> :x: checkout #3 broke: 3 tests fail \\(2 new\\)",
                "> Last lines of the log of Integration.*",
                "> :x: checkout #4 still fails, 3rd time since #2: 3 tests fail");

        repository.commit(GRACE, "Wait for the new warehouse", "integration", "echo '23 of 23 pages answered'");
        jobs.commitTests(GRACE, "Round at the end");
        jobs.byGrace("checkout");
        book.hear(
                new StoryStep("pipeline-fixed", "All of it is mended", """
                    The whole story stands in one thread, and the channel has heard of its turns only: unstable, broke, fixed.
                    """)
                        .tells(EventKind.FIXED)
                        .also("pipeline", "Git commits"),
                channel("checkout"),
                ":white_check_mark: checkout #5 is fixed after .*\n:warning: checkout #2 is unstable: 1 test newly fails",
                ">> :x: checkout #3 broke: 3 tests fail \\(2 new\\)",
                "> Last lines of the log of Integration.*",
                "> :x: checkout #4 still fails, 3rd time since #2: 3 tests fail",
                ">> :white_check_mark: checkout #5 is fixed after .*");
        book.tell(
                new StoryStep("direct-message-fixed", "Who broke it hears of that, too", """
                    The message by which she heard of it first says so, too. Of the build in between she has not heard.
                    """).also("direct messages"),
                "ada@example.org",
                ":white_check_mark: checkout #5 is fixed after .*\n:warning: checkout #2 is unstable: 1 test newly fails",
                ">> :x: checkout #3 broke: 3 tests fail \\(2 new\\)",
                ">> :white_check_mark: checkout #5 is fixed after .*");
    }

    private void branches() {
        var repository = jobs.createShop();
        var any = ":\\w+: (main of shop #1 succeeded|PR 17 of shop #1 succeeded"
                + "|feature/gift-cards of shop #1 failed: stage Test)";
        book.tell(
                new StoryStep("branches", "The branches of a multibranch project", """
                    Each goes by its own name, and a pull request by its number. A branch is a job of its own: what is broken in one
                    says nothing of the others.
                    """)
                        .tells(EventKind.SUCCESS, EventKind.FAILURE)
                        .also("multibranch", "pull requests"),
                channel("shop"),
                any,
                any,
                any);

        repository.checkout("request");
        repository.commit(
                ALAN, "Print vouchers", "Jenkinsfile", "node { checkout scm }\nunstable 'The printer is slow'");
        jobs.scan("shop", "shop/request", 2);
        book.tell(
                new StoryStep("pull-request", "A pull request becomes unstable", """
                    With its title, which leads to it.
                    """)
                        .tells(EventKind.UNSTABLE)
                        .also("multibranch", "pull requests", "Git commits", "started by a change"),
                channel("shop"),
                ":warning: PR 17 of shop #2 is unstable.*");

        repository.commit(ALAN, "Wait for the printer", "Jenkinsfile", "node { checkout scm }\necho 'Printed'");
        jobs.scan("shop", "shop/request", 3);
        book.tell(
                new StoryStep("pull-request-fixed", "And is mended", """
                    By another commit to it.
                    """)
                        .tells(EventKind.FIXED)
                        .also("multibranch", "pull requests"),
                channel("shop"),
                ":white_check_mark: PR 17 of shop #3 is fixed after .*\n:warning: PR 17 of shop #2 is unstable.*",
                ">> :white_check_mark: PR 17 of shop #3 is fixed after .*");

        repository.checkout("main");
        repository.commit(ADA, "Correct a comment", "Jenkinsfile", "currentBuild.result = 'NOT_BUILT'");
        jobs.scan("shop", "shop/main", 2);
        book.tell(
                new StoryStep("not-built", "Nothing to build", """
                    The pipeline finds that it has nothing to do, which is neither good nor bad.
                    """)
                        .tells(EventKind.NOT_BUILT)
                        .also("multibranch"),
                channel("shop"),
                ":white_circle: main of shop #2 was not built");
    }

    private void again() {
        jobs.createSearch();
        jobs.byGrace("search");
        jobs.restart("search", 1, "Swap");
        book.tell(
                new StoryStep("restarted", "A pipeline is restarted from the stage that failed", """
                    It fails again. The headline says which build was run again, and the thread is that build's.
                    """)
                        .tells(EventKind.FAILURE, EventKind.STILL_FAILING)
                        .also("restarted from a stage"),
                channel("search"),
                ":x: search #1 failed: stage Swap",
                "> :x: search #2 \\(re-run of #1\\) still fails, 2nd time since #1: stage Swap");

        jobs.replay("search", 2, "echo 'swapped'");
        book.tell(
                new StoryStep("replayed", "And replayed with another script", """
                    Which mends it.
                    """)
                        .tells(EventKind.FIXED)
                        .also("replayed"),
                channel("search"),
                ":white_check_mark: search #3 \\(re-run of #2\\) is fixed after .*\n:x: search #1 failed: stage Swap",
                "> :x: search #2 \\(re-run of #1\\) still fails, 2nd time since #1: stage Swap",
                ">> :white_check_mark: search #3 \\(re-run of #2\\) is fixed after .*");
    }

    private void downstream() {
        bed.jobDsl().run("folder('platform')");
        bed.jobDsl().run("job('platform/docs') { steps { shell('echo \"Broken link: /install\"; exit 1') } }");
        bed.jobs().createPipeline("platform/all", "stage('Docs') { build 'docs' }");
        jobs.byGrace("platform/all");
        book.tell(
                new StoryStep("downstream", "A downstream build fails, and with it the one that started it", """
                    Each tells of itself: the first says which build started it, the second which one it failed for, and below it stands
                    what became of those that it started.
                    """)
                        .tells(EventKind.FAILURE)
                        .also("downstream", "started by another build"),
                channel("platform"),
                ":x: platform » docs #1 failed",
                "> Last lines of the log.*",
                ":x: platform » all #1 failed: stage Docs",
                "> Last lines of the log of Docs.*1 downstream build.*docs #1 failed");
    }

    private void input() {
        jobs.createRelease();
        var build = jobs.grace().start("release").awaitConsole("Release 2.1");
        book.tell(
                new StoryStep("waiting", "A release starts, and waits for somebody", """
                    The message of the start becomes the result later. That somebody has to answer shows in the channel; the question
                    leads to the page where that is done.
                    """)
                        .tells(EventKind.STARTED, EventKind.WAITING_FOR_INPUT)
                        .also("input"),
                channel("release"),
                ":arrow_forward: release #1 started",
                ">> :raised_hand: release #1 waits for input: Release 2.1 to everybody\\?");

        jobs.answer(build, "proceedEmpty");
        book.tell(
                new StoryStep("answered", "Somebody answers", """
                    The question says who answered, and the message how it ended.
                    """)
                        .tells(EventKind.SUCCESS)
                        .also("input"),
                channel("release"),
                ":white_check_mark: release #1 succeeded",
                ">> :\\w+: release #1 waited for input: Release 2.1 to everybody\\? — answered by Ada Lovelace after .*");
    }

    private void longRunning() {
        bed.jobs().createPipeline("load-test", "if (currentBuild.number > 1) { sleep 600 }");
        jobs.byTimer("load-test", 1);
        var slow = bed.jobs().start("load-test").awaitConsole("Sleeping");
        jobs.makeLong("load-test");
        book.tell(
                new StoryStep("running-long", "A build takes much longer than usual", """
                    This channel hears of load tests only where something is odd, so this is the first message. That more than an hour
                    had passed is pretended.
                    """)
                        .tells(EventKind.RUNNING_LONG)
                        .also("running long"),
                channel("load-test"),
                ":hourglass: load-test #2 is still running after 1 h 8 min, usually .*");
        slow.stop();
        slow.await();
        book.tell(
                new StoryStep("aborted", "Somebody aborts it", """
                    The same message says so.
                    """)
                        .tells(EventKind.ABORTED)
                        .also("running long"),
                channel("load-test"),
                ":black_square_for_stop: load-test #2 was aborted by Ada Lovelace");
    }

    private void manyAtOnce() {
        bed.jobDsl().run("""
            folder('fleet')
            ['berlin', 'lyon', 'osaka', 'quito', 'turin'].each { city ->
                job("fleet/$city") { steps { shell('exit 1') } }
            }
            """);
        bed.sandbox().faults().always("chat.postMessage", Fault.rateLimited(Duration.ofSeconds(5)));
        for (var city : new String[] {"berlin", "lyon", "osaka", "quito", "turin"}) {
            jobs.byGrace("fleet/" + city);
        }
        bed.sandbox().faults().clear();
        book.tell(
                new StoryStep("many", "Five jobs fail while Slack takes no more", """
                    What has piled up becomes one message, with a link to each.
                    """).also("many at once"),
                channel("fleet"),
                ":x: 5 builds: all (failed|broken).*");
    }

    private void ownWords() {
        bed.channels().open("announcements");
        bed.jobs().createPipeline("deploy", """
            def told = slackNotify channel: '#announcements', severity: 'NOTICE', mention: 'developer',
                message: '*Version 2.1* goes live in five minutes'
            slackNotify thread: told, message: 'Half of the servers have it'
            slackNotify thread: told, reaction: 'rocket'
            """);
        jobs.byGrace("deploy");
        book.tell(
                new StoryStep("own-words", "A pipeline speaks for itself", """
                    `slackNotify` with a message of its own, which mentions an account of Jenkins, a reply in its thread, and an emoji
                    below it.
                    """).also("own words", "a mention"),
                "announcements",
                "<@U\\w+> Version 2.1 goes live in five minutes",
                "> Half of the servers have it");
    }

    private void crash() {
        bed.jobs().createPipeline("migration", "stage('Copy') { sleep 20; echo 'copied' }");
        bed.jobDsl().run("job('import') { steps { shell('echo Reading; sleep 600') } }");
        jobs.grace().start("import").awaitConsole("Reading");
        var migration = jobs.grace().start("migration").awaitConsole("Sleeping");
        var release = jobs.grace().start("release").awaitConsole("Release 2.2");
        bed.channels().await(channel("migration"), 1);
        bed.channels().await(channel("import"), 1);
        bed.channels().await(channel("release"), 4);
        bed.process().kill();
        bed.startAgain();
        migration.await();
        book.hear(
                new StoryStep("killed", "Jenkins is killed while a pipeline runs, and started again", """
                    `kill -9`. The message of the start, from before, becomes the result.
                    """)
                        .tells(EventKind.SUCCESS)
                        .also("killed and started again"),
                channel("migration"),
                ":white_check_mark: migration #1 succeeded");
        jobs.answer(release, "abort");
        book.hear(
                new StoryStep("rejected", "So was it while another one waited for somebody", """
                    The question is asked once, whatever happens to Jenkins. It was answered with no.
                    """)
                        .tells(EventKind.ABORTED)
                        .also("killed and started again", "input"),
                channel("release"),
                ":black_square_for_stop: release #2 was aborted.*",
                ">> :\\w+: release #2 waited for input: Release 2.2 to everybody\\? — rejected by Ada Lovelace after .*");
        book.tell(
                new StoryStep("cut-off", "A freestyle job ran then, too", """
                    Jenkins goes on with pipelines alone, and has forgotten this build, so that there is no page
                    for it any more. The message of its start says what became of it.
                    """)
                        .tells(EventKind.LOST)
                        .also("freestyle", "killed and started again"),
                channel("import"),
                ":\\w+: import #1 was cut off because Jenkins stopped");
    }

    private void outOfTime() {
        jobs.createSmokeTest();
        jobs.byTimer("smoke-test", 1);
        book.tell(
                new StoryStep("out-of-time", "A pipeline takes longer than it may", """
                    Its `timeout` stops it: nobody has aborted it, and the message says so.
                    """)
                        .tells(EventKind.TIMED_OUT)
                        .also("pipeline", "started by the timer"),
                channel("smoke-test"),
                ":\\w+: smoke-test #1 ran out of time.*");
    }
}
