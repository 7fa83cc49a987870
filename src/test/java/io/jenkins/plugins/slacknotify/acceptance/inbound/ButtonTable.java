package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static io.jenkins.plugins.slacknotify.acceptance.inbound.ButtonPlay.ABORT;
import static io.jenkins.plugins.slacknotify.acceptance.inbound.ButtonPlay.AGAIN;
import static io.jenkins.plugins.slacknotify.acceptance.inbound.ButtonPlay.APPROVE;
import static io.jenkins.plugins.slacknotify.acceptance.inbound.ButtonPlay.CLAIM;
import static io.jenkins.plugins.slacknotify.acceptance.inbound.ButtonPlay.FOLLOW;
import static io.jenkins.plugins.slacknotify.acceptance.inbound.ButtonPlay.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The table of docs/buttons.md: what a press does for whom, in which state of the build, before and after a kill of Jenkins. The first in a
 * row who may do it does it, so those who may not come before.
 */
final class ButtonTable {
    private final ButtonPlay play;
    private final List<String> rows = new ArrayList<>();
    private final String restarted;
    private final String bad;

    /** Fills in the rows before the kill. */
    ButtonTable(ButtonPlay play) {
        this.play = play;
        play.bed.jobs().createPipeline("t-run", "echo 'begun'; sleep 600");
        var running = target(play.bed.jobs().start("t-run").awaitConsole("begun"));
        rows.add(row("running", FOLLOW, running));
        rows.add(row("running", AGAIN, target(play.bed.jobs().build("t-run", 1))));
        rows.add(row("running", CLAIM, running));
        rows.add(row("running", ABORT, running));
        play.bed.jobs().build("t-run", 1).await();
        rows.add(row("finished", ABORT, running));

        play.bed.jobs().createPipeline("t-wait", "input 'Table?'");
        var waiting = waitingOf("t-wait");
        rows.add(row("waiting", CLAIM, waiting));
        rows.add(row("waiting", APPROVE, waiting));
        play.bed.jobs().build("t-wait", 1).await();
        rows.add(row("answered in Slack", APPROVE, waiting));
        rows.add(row("answered in Slack", REJECT, waiting));

        play.bed.jobs().createPipeline("t-page", "input message: 'Page?', id: 'Page'");
        var page = waitingOf("t-page");
        play.bed.admin().post("job/t-page/1/input/Page/proceedEmpty", Map.of()).requireStatus(200);
        play.bed.jobs().build("t-page", 1).await();
        rows.add(row("answered in Jenkins", APPROVE, page));

        play.bed.jobs().createPipeline("t-restart", "input 'Restart?'");
        restarted = waitingOf("t-restart");
        play.bed.jobs().createPipeline("t-bad", "error 'x'");
        play.bed.jobs().build("t-bad");
        bad = target(play.bed.jobs().build("t-bad", 1));
    }

    /** Fills in the rows after it, prints the table, and compares it with what is documented. */
    void assertAsDocumented() {
        rows.add(row("waiting, after a kill of Jenkins", REJECT, restarted));
        rows.add(row("failed, after a kill of Jenkins", CLAIM, bad));
        rows.add(row("failed, after a kill of Jenkins", AGAIN, bad));

        play.bed.admin().script("Jenkins.get().getItem('t-bad').renameTo('t-new')");
        rows.add(row("renamed", AGAIN, bad));
        play.bed.admin().script("Jenkins.get().getItem('t-new').delete()");
        rows.add(row("deleted", AGAIN, bad));
        rows.add(row("deleted", CLAIM, bad));

        System.out.println("| the build | button | Otto, outsider | Uma, not linked | Ivy, no right | Eve, Job/Read"
                + " | Anna, Job/Build and Job/Cancel |\n|---|---|---|---|---|---|---|\n" + String.join("\n", rows));
        assertThat(rows).allMatch(row -> row.contains("| turned away | asked to link | not there |"));
        assertThat(rows)
                .containsExactly(
                        expected("running", FOLLOW, "done", "done"),
                        expected("running", AGAIN, "may not: Job/Build", "done"),
                        expected("running", CLAIM, "nothing to look after", "nothing to look after"),
                        expected("running", ABORT, "may not: Job/Cancel", "done"),
                        expected("finished", ABORT, "has ended", "has ended"),
                        expected("waiting", CLAIM, "nothing to look after", "nothing to look after"),
                        expected("waiting", APPROVE, "may not: Job/Build", "done"),
                        expected("answered in Slack", APPROVE, "told who was first", "told it was them"),
                        expected("answered in Slack", REJECT, "told who was first", "told it was them"),
                        expected("answered in Jenkins", APPROVE, "told who was first", "told who was first"),
                        expected("waiting, after a kill of Jenkins", REJECT, "may not: Job/Build", "done"),
                        expected("failed, after a kill of Jenkins", CLAIM, "done", "told who was first"),
                        expected("failed, after a kill of Jenkins", AGAIN, "may not: Job/Build", "done"),
                        expected("renamed", AGAIN, "may not: Job/Build", "done"),
                        expected("deleted", AGAIN, "not there", "not there"),
                        expected("deleted", CLAIM, "not there", "not there"));
    }

    private static String expected(String state, String action, String eve, String anna) {
        return "| " + state + " | `" + action + "` | turned away | asked to link | not there | " + eve + " | " + anna
                + " |";
    }

    private String row(String state, String action, String value) {
        var ts = play.bed.postButton(action, value);
        var results = List.of(play.otto, play.uma, play.ivy, play.eve, play.anna).stream()
                .map(member -> result(ButtonPlay.answer(member.press(ts, action))))
                .toList();
        return "| " + state + " | `" + action + "` | " + String.join(" | ", results) + " |";
    }

    /** What an answer says, in a few words. */
    private static String result(String answer) {
        var meanings = Map.of(
                "may not see it", "not there",
                "organisation", "turned away",
                "before you", "told who was first",
                "done: you have", "told it was them",
                "already.", "told who was first",
                "has ended already", "has ended",
                "nothing to look after", "nothing to look after",
                "*Job/Build*", "may not: Job/Build",
                "*Job/Cancel*", "may not: Job/Cancel");
        return meanings.entrySet().stream()
                .filter(meaning -> answer.contains(meaning.getKey()))
                .filter(meaning -> !meaning.getKey().equals("already.") || answer.contains("looks after"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> answer.toLowerCase().contains("link") ? "asked to link" : "done");
    }

    /** Starts a build that waits; returns the value of the buttons of its question. */
    private String waitingOf(String job) {
        play.bed.jobs().start(job);
        return ButtonPlay.valueOf(play.openQuestion(job + " #1"));
    }

    /** The value of a button for a build. */
    private String target(Build build) {
        var name = build.toString().split(" #");
        return play.bed.admin().script("""
                def run = Jenkins.get().getItemByFullName('%s').getBuildByNumber(%s)
                print groovy.json.JsonOutput.toJson([job: run.parent.fullName, build: run.number, at: run.startTimeInMillis])
                """.formatted(name[0], name[1]));
    }
}
