package io.jenkins.plugins.slacknotify.interaction.subscription;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandInteraction;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.interaction.command.CommandUsage;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.RestingReason;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the subscriptions and mutes of the channel in which it is typed, and the member's own mutes, with a button to end each.
 * For a job that the member may not read, the list says only that there is one.
 */
public final class ListCommand implements Command {
    /** The most lines with a button each that fit into one message of Slack. */
    private static final int MAX_LINES = 20;

    /** How long a paragraph of those without a button may be; a line of them is far shorter. */
    private static final int PARAGRAPH = 3_000;

    private static final int PARAGRAPHS = 7;

    /** The words that ask for no more than the command alone. */
    private static final Set<String> ALL = Set.of("all", "here", "subscriptions", "mutes");

    private final BuildControl builds;
    private final SubscriptionControl control;
    private final QuietJobs quiet;

    public ListCommand(BuildControl builds, SubscriptionControl control, QuietJobs quiet) {
        this.builds = builds;
        this.control = control;
        this.quiet = quiet;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(
                List.of("list", "subscriptions"),
                "[TEXT]",
                "the subscriptions and mutes of this channel, and your own mutes");
    }

    /** A line about a subscription or mute. @param command the command that ends it */
    private record Line(String text, String label, String command) {
        boolean contains(String typed) {
            return text.toLowerCase(Locale.ROOT).contains(Mrkdwn.escape(typed).toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public Answer run(CommandCall call) {
        Optional<SubscriptionTarget> target = control.target(call.origin(), call.channelName());
        List<Subscription> subscriptions =
                target.map(at -> control.subscriptions().at(at)).orElse(List.of());
        control.check(subscriptions);
        List<JobReference> jobs = builds.jobs(call.as());
        List<Line> lines = new ArrayList<>();
        target.map(at -> control.subscriptions().at(at)).orElse(List.of()).forEach(one -> lines.add(line(one, jobs)));
        target.map(at -> control.mutes().at(at)).orElse(List.of()).forEach(mute -> lines.add(line(mute, jobs)));
        control.mutesOf(call.as()).forEach(mute -> lines.add(line(mute, jobs)));
        quiet.of(call.as())
                .forEach(pattern -> lines.add(new Line(
                        "You hear nothing in direct messages of " + SubscriptionSentences.jobs(List.of(pattern)) + ".",
                        "Unmute",
                        "unmute " + CommandLine.quote(pattern).orElse(pattern))));
        if (lines.isEmpty()) {
            return Answer.ephemeral("Nothing is subscribed or muted here. `subscribe JOB` and `mute JOB` do that."
                    + (call.line().words().isEmpty() ? "" : " `jobs` lists jobs."));
        }
        String typed = ALL.contains(call.line().text().toLowerCase(Locale.ROOT))
                ? ""
                : call.line().text();
        List<Line> meant = lines.stream().filter(line -> line.contains(typed)).toList();
        return meant.isEmpty()
                ? Answer.ephemeral("Nothing with " + Mrkdwn.quoted(typed)
                        + " is subscribed or muted here. `list` alone shows what is, and `jobs` lists jobs.")
                : answer(meant);
    }

    private static Answer answer(List<Line> lines) {
        List<Line> shown = lines.subList(0, Math.min(MAX_LINES, lines.size()));
        Blocks blocks = Blocks.start();
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < shown.size(); index++) {
            Line line = shown.get(index);
            text.append(index == 0 ? "" : "\n").append("• ").append(line.text());
            blocks.section(line.text())
                    .buttons(List.of(
                            new Blocks.Button(line.label(), CommandInteraction.CHOOSE + index, line.command())));
        }
        List<Line> others = lines.subList(shown.size(), lines.size());
        if (!others.isEmpty()) {
            text.append("\n… and ").append(others.size()).append(" more");
            addWithoutButtons(blocks, others);
        }
        return Answer.ephemeral(text.toString()).withBlocks(blocks.json());
    }

    /** Adds lines without buttons, for which there is no room; each line names the command that ends what it is about. */
    private static void addWithoutButtons(Blocks blocks, List<Line> lines) {
        blocks.context("The others, without a button: `unsubscribe ID` and `unmute ID` end them.");
        StringBuilder paragraph = new StringBuilder();
        int paragraphs = 0;
        for (int index = 0; index < lines.size(); index++) {
            String text = "• " + lines.get(index).text();
            if (paragraph.length() + 1 + text.length() > PARAGRAPH) {
                blocks.section(paragraph.toString());
                paragraph.setLength(0);
                if (++paragraphs == PARAGRAPHS) {
                    blocks.context("… and " + (lines.size() - index) + " more. End some of these to see them.");
                    return;
                }
            }
            paragraph.append(paragraph.isEmpty() ? "" : "\n").append(text);
        }
        blocks.section(paragraph.toString());
    }

    private static Line line(Subscription one, List<JobReference> jobs) {
        RestingReason rest = one.rest();
        String what = SubscriptionSentences.readsAny(one.filter().jobs(), jobs)
                ? SubscriptionSentences.filter(one.filter())
                : SubscriptionSentences.HIDDEN;
        return new Line(
                "`" + one.id() + "` " + what + ", subscribed by <@"
                        + one.author().member() + ">" + (rest == null ? "" : ". It rests: " + rest.sentence()) + ".",
                "End",
                "unsubscribe " + one.id());
    }

    private Line line(Mute mute, List<JobReference> jobs) {
        String what = SubscriptionSentences.jobs(mute.jobs(), jobs);
        String who = mute.isPersonal()
                ? "You hear nothing in direct messages of "
                : "<@" + mute.author().member() + "> has muted this channel for ";
        return new Line(
                "`" + mute.id() + "` " + who + what + " " + SubscriptionSentences.end(mute) + ".",
                "Unmute",
                "unmute " + mute.id());
    }
}
