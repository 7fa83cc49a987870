package io.jenkins.plugins.slacknotify.acceptance.story;

import static io.jenkins.plugins.slacknotify.acceptance.story.StoryJobs.channel;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.Map;

/** The last part of the story: people do in Slack what they did in Jenkins so far. */
final class InSlackChapter {
    private static final String APPROVE = "slack-notify.approval.approve";
    private static final String CLAIM = "slack-notify.claim.take";
    private static final String AGAIN = "slack-notify.build.again";
    private static final String MUTE = "slack-notify.mute.open";

    private final TestBed bed;
    private final StoryJobs jobs;
    private final StoryBook book;
    private final SandboxMember ada;
    private final SandboxMember grace;
    private final SandboxMember alan;

    InSlackChapter(TestBed bed, StoryJobs jobs, StoryBook book) {
        this.bed = bed;
        this.jobs = jobs;
        this.book = book;
        ada = jobs.link("ada", "admin");
        grace = jobs.link("grace", "developer");
        alan = jobs.link("alan", "reader");
        for (var member : List.of("ada", "grace", "alan")) {
            bed.slack().channel(channel("release")).invite(member);
            bed.slack().channel(channel("mobile")).invite(member);
        }
    }

    void tell() {
        jobs.openWayIn();
        approval();
        brokenBuild();
    }

    private void approval() {
        var build = jobs.grace().start("release").awaitConsole("Release 2.3");
        var asked = book.tell(
                new StoryStep("question", "Another release waits, and Slack has the buttons", """
                    Commands and buttons are switched on now. The question says what is about to happen and who may answer.
                    """)
                        .tells(EventKind.WAITING_FOR_INPUT)
                        .also("input", "in Slack"),
                channel("release"),
                ":arrow_forward: release #3 started",
                ">> :raised_hand: release #3 waits for input: Release 2.3 to everybody\\?");
        ada.press(asked.get(1).ts(), APPROVE);
        build.await();
        book.tell(
                new StoryStep("approved", "Ada approves it in Slack", """
                    She has opened nothing else. The buttons are gone, the message says who it was, and the last line is for her alone.
                    """)
                        .tells(EventKind.SUCCESS)
                        .also("input", "in Slack")
                        .asReadBy(ada),
                channel("release"),
                ":white_check_mark: release #3 succeeded",
                ">> :\\w+: release #3 waited for input: Release 2.3 to everybody\\? — answered by Ada Lovelace after .*",
                "(> )?! You have approved release #3.");
    }

    private void brokenBuild() {
        jobs.createMobile();
        jobs.byGrace("mobile");
        var broken = ":x: mobile #1 failed: stage Sign.*";
        var bad = book.tell(
                new StoryStep("bad-with-buttons", "A build fails", """
                    Below it stands what one can do about it.
                    """)
                        .tells(EventKind.FAILURE)
                        .also("in Slack"),
                channel("mobile"),
                broken);

        grace.command(channel("mobile"), "/jenkins", "why mobile");
        book.tell(
                new StoryStep("command", "Grace asks why", """
                    `/jenkins why mobile`. The answer is for her alone; others see neither the question nor the answer.
                    """)
                        .also("in Slack", "a command")
                        .asReadBy(grace),
                channel("mobile"),
                "! .*mobile.*");

        alan.press(bad.get(0).ts(), CLAIM);
        book.tell(
                new StoryStep("claimed", "Alan is on it", """
                    He has pressed *I’m on it*, and everybody sees it.
                    """).also("in Slack").asReadBy(alan),
                channel("mobile"),
                broken,
                "(> )?! You look after mobile #1.*");

        grace.press(bad.get(0).ts(), AGAIN);
        bed.jobs().build("mobile", 2).await();
        book.tell(
                new StoryStep("run-again", "Grace runs it again", """
                    By the button, with her own permissions. It fails again: a reply says so, in the thread of the message that
                    Alan is on.
                    """)
                        .tells(EventKind.STILL_FAILING)
                        .also("in Slack"),
                channel("mobile"),
                broken,
                "> :x: mobile #2.* still fails, 2nd time since #1: stage Sign.*");

        var form = mute(bad.get(0));
        alan.submit(form, Map.of("parameter-0", "1", "parameter-1", "3"));
        book.tell(
                new StoryStep("muted", "Alan mutes the job", """
                    For this channel, until the next good build. One line says who did it.
                    """).also("in Slack", "a mute"),
                channel("mobile"),
                ".*has muted this channel for `mobile` until the next good build.*");

        jobs.byGrace("mobile");
        book.tell(
                new StoryStep("fixed-after-mute", "The good build ends the mute", """
                    The channel hears of it, and Alan is thanked.
                    """)
                        .tells(EventKind.FIXED)
                        .also("in Slack", "a mute"),
                channel("mobile"),
                ":white_check_mark: mobile #3 is fixed after .*\n:x: mobile #1 failed: stage Sign.*",
                "> :x: mobile #2.* still fails, 2nd time since #1: stage Sign.*",
                ">> :white_check_mark: mobile #3 is fixed after .*");
    }

    private SandboxView mute(SandboxMessage bad) {
        alan.press(bad.ts(), MUTE);
        return await("the form to mute")
                .atMost(TestBed.TIMEOUT)
                .until(
                        () -> alan.modal().filter(view -> view.toString().contains("Everybody in this channel")),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
