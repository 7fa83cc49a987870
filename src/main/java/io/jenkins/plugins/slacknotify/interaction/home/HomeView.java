package io.jenkins.plugins.slacknotify.interaction.home;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.BuildProgress;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DurationFormatter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the JSON of home tabs, within the limits of Slack's reference of views. Four parts of fifteen lines, none longer than
 * half a section, need fewer than fifty blocks; {@link Blocks} would cut what is beyond the fiftieth.
 */
final class HomeView {
    static final String MANUAL = "https://github.com/jenkinsci/slack-notify-plugin/blob/main/docs/commands.md";

    private static final int MAX_ROWS = 15;
    private static final int SECTION_LIMIT = 3_000;
    private static final int NAME_LIMIT = 200;
    private static final int ADDRESS_LIMIT = 1_000;
    private static final int REASON_LIMIT = 150;

    private HomeView() {}

    /** Shows why the member may act for no account, with the button that helps. */
    static String refusal(MemberAccount.None none) {
        Blocks blocks = Blocks.start().section(none.sentence());
        MemberAccount.HelpLink help = none.help();
        return json(help == null ? blocks : blocks.linkButton(help.label(), help.url()));
    }

    /** Shows one sentence. @param sentence mrkdwn, escaped */
    static String saying(String sentence) {
        return json(Blocks.start().section(sentence));
    }

    static String of(HomeContent content) {
        Blocks blocks = Blocks.start().section(AccountAnswers.introduction(content.account()));
        part(
                blocks,
                "Waiting for input",
                content.running().stream()
                        .filter(BuildProgress::waitsForInput)
                        .map(HomeView::waiting)
                        .toList(),
                "No build that you may see waits for input.");
        part(
                blocks,
                "Running",
                content.running().stream()
                        .filter(build -> !build.waitsForInput())
                        .sorted(Comparator.comparing(BuildProgress::own).reversed())
                        .map(HomeView::running)
                        .toList(),
                "Nothing else runs that you may see.");
        part(
                blocks,
                "Queue",
                content.queue().stream().map(HomeView::queued).toList(),
                "Nothing waits in the queue that you may see.");
        part(
                blocks,
                "Muted",
                content.quiet().stream()
                        .map(pattern -> "`" + Mrkdwn.code(pattern, NAME_LIMIT) + "`")
                        .toList(),
                "You have muted no job.");
        if (!content.commands().isEmpty()) {
            blocks.context("After `" + Mrkdwn.code(content.slashCommand(), NAME_LIMIT) + "`, or in a message to me: "
                    + content.commands().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
                    + ". " + Mrkdwn.link(MANUAL, "What each does", NAME_LIMIT));
        }
        return json(blocks);
    }

    private static String waiting(BuildProgress build) {
        return link(build, "input/") + " started " + DurationFormatter.format(build.running()) + " ago" + own(build);
    }

    private static String running(BuildProgress build) {
        Duration usual = build.usual();
        return link(build, "") + " has run for " + DurationFormatter.format(build.running())
                + (usual == null ? "" : ", usually " + DurationFormatter.format(usual)) + own(build);
    }

    private static String own(BuildProgress build) {
        return build.own() ? ", started by you" : "";
    }

    private static String queued(QueuedBuild build) {
        return link(build.job().url(), build.job().displayName()) + " for " + DurationFormatter.format(build.waiting())
                + ": " + Mrkdwn.line(build.why(), REASON_LIMIT);
    }

    /** @param page below the build's own, ending in a slash */
    private static String link(BuildProgress build, String page) {
        String job = build.job().url();
        return link(
                job == null ? null : job + build.build().number() + "/" + page,
                build.job().displayName() + " " + build.name());
    }

    private static String link(@CheckForNull String url, String label) {
        return "*" + Mrkdwn.link(url, label, NAME_LIMIT, ADDRESS_LIMIT) + "*";
    }

    /** Adds a part; a line stands in one section, because half a link would be shown as it is written. */
    private static void part(Blocks blocks, String title, List<String> rows, String none) {
        if (rows.isEmpty()) {
            blocks.section("*" + title + "*\n" + none);
            return;
        }
        StringBuilder section = new StringBuilder("*" + title + "* (" + rows.size() + ")");
        for (String row : rows.subList(0, Math.min(MAX_ROWS, rows.size()))) {
            append(blocks, section, "• " + row);
        }
        if (rows.size() > MAX_ROWS) {
            append(blocks, section, "… and " + (rows.size() - MAX_ROWS) + " more");
        }
        blocks.section(section.toString());
    }

    private static void append(Blocks blocks, StringBuilder section, String line) {
        if (section.length() + 1 + line.length() > SECTION_LIMIT) {
            blocks.section(section.toString());
            section.setLength(0);
        } else {
            section.append('\n');
        }
        section.append(line);
    }

    private static String json(Blocks blocks) {
        return "{\"type\":\"home\",\"blocks\":" + blocks.json() + "}";
    }
}
