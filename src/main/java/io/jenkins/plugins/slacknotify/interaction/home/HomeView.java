package io.jenkins.plugins.slacknotify.interaction.home;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.preferences.PersonalSettings;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.MessageRenderer;
import io.jenkins.plugins.slacknotify.message.blocks.JsonBlocks;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DateMarkup;
import io.jenkins.plugins.slacknotify.message.wording.PhraseLanguage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the JSON of home tabs, within the limits of Slack's reference of views. Times are points in time and no durations, so that
 * a tab in which nothing has changed is written as before.
 */
final class HomeView {
    static final String MANUAL = "https://github.com/jenkinsci/slack-notify-plugin/blob/main/docs/commands.md";

    /** Stops or begins the daily line; the value says which. */
    static final String REMIND = "slack-notify.home.remind";

    /** Lets direct messages about a job through again; the value is its pattern. */
    static final String UNMUTE = "slack-notify.home.unmute";

    private static final int MAX_BUILDS = HomeReader.MAX_BUILDS - 1;
    private static final int MAX_QUIET = 5;
    private static final int MAX_LINES = 10;
    private static final int MAX_SECTION = 3_000;
    private static final int MAX_LINE = 280;
    private static final int MAX_QUESTION = 300;

    private final MessageRenderer renderer = new MessageRenderer();

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

    /**
     * Shows what Jenkins has for an account.
     *
     * @param slashCommand such as {@code /jenkins}
     * @param commands the names of the commands; none where they are switched off
     */
    String of(MemberAccount.Linked account, HomeContent content, String slashCommand, List<String> commands) {
        return PhraseLanguage.in(Locale.ENGLISH, () -> inEnglish(account, content, slashCommand, commands));
    }

    private String inEnglish(
            MemberAccount.Linked account, HomeContent content, String slashCommand, List<String> commands) {
        Blocks blocks = Blocks.startView().section(AccountAnswers.introduction(account));
        builds(blocks, "Waiting for you", content.waiting(), this::waiting, "No build waits for an answer of yours.");
        builds(blocks, "Your running builds", content.running(), this::running, "Nothing runs that you have started.");
        blocks.context(others(content));
        builds(blocks, "Broken by you", content.broken(), this::bad, "Nothing is broken by you, as far as I know.");
        builds(blocks, "You look after", content.claimed(), this::bad, "You look after no build.");
        lines(blocks, "Your subscriptions", content.subscriptions(), "`list` in a channel shows its own");
        muted(blocks, content);
        preferences(blocks, content.preferences());
        if (!commands.isEmpty()) {
            blocks.context("After " + Mrkdwn.quoted(slashCommand) + ", or in a message to me: "
                    + commands.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
                    + ". " + Mrkdwn.link(MANUAL, "What each does"));
        }
        return json(blocks);
    }

    private void builds(
            Blocks blocks, String title, List<HomeBuild> builds, Function<HomeBuild, String> sentence, String none) {
        blocks.header(title);
        if (builds.isEmpty()) {
            blocks.section(none);
            return;
        }
        builds.stream().limit(MAX_BUILDS).forEach(build -> {
            blocks.section(sentence.apply(build));
            blocks.addAll(renderer.withActingButtons(JsonBlocks.NONE, build.event(), build.severity()));
        });
        if (builds.size() > MAX_BUILDS) {
            blocks.context("There are more.");
        }
    }

    private String waiting(HomeBuild build) {
        Milestone milestone = build.event().milestone();
        InputQuestion question = milestone == null ? null : milestone.question();
        String text = question == null ? null : question.text();
        InputDetails details = question == null ? null : question.details();
        String stage = details == null ? null : details.stage();
        return name(build.event()) + " asks"
                + (text == null ? "." : ": " + Mrkdwn.line(text, MAX_QUESTION))
                + (stage == null ? "" : "\nStage *" + Mrkdwn.line(stage) + "*, started ")
                + (stage == null ? "\nStarted " : "") + DateMarkup.local(build.since());
    }

    private String running(HomeBuild build) {
        return name(build.event()) + " runs since " + DateMarkup.local(build.since());
    }

    private String bad(HomeBuild build) {
        return ":x: " + name(build.event()) + ", bad since " + DateMarkup.local(build.since());
    }

    /** The name of a build with its link, and nothing of how it stands. */
    private static String name(BuildEvent event) {
        String url = event.url();
        return "*" + Mrkdwn.link(url, event.jobName() + " " + event.buildName(), Mrkdwn.MAX_NAME, MAX_LINE * 3) + "*";
    }

    private static String others(HomeContent content) {
        return (content.othersRunning() == 1 ? "1 other build runs" : content.othersRunning() + " other builds run")
                + " that you may see, and " + content.queued() + (content.queued() == 1 ? " waits" : " wait")
                + " in the queue.";
    }

    /** @param whereMore where those are that find no room, as mrkdwn that can follow "more;" */
    private static void lines(Blocks blocks, String title, List<String> lines, String whereMore) {
        if (!lines.isEmpty()) {
            blocks.header(title);
            StringBuilder section = new StringBuilder();
            lines.stream().limit(MAX_LINES).forEach(line -> append(blocks, section, "• " + line));
            if (lines.size() > MAX_LINES) {
                append(blocks, section, "… and " + (lines.size() - MAX_LINES) + " more; " + whereMore);
            }
            blocks.section(section.toString());
        }
    }

    private static void append(Blocks blocks, StringBuilder section, String line) {
        if (section.length() > 0 && section.length() + 1 + line.length() > MAX_SECTION) {
            blocks.section(section.toString());
            section.setLength(0);
        }
        section.append(section.length() == 0 ? "" : "\n").append(line);
    }

    private static void muted(Blocks blocks, HomeContent content) {
        lines(blocks, "Muted", content.mutes(), "`list` shows them all");
        if (content.quiet().isEmpty()) {
            return;
        }
        if (content.mutes().isEmpty()) {
            blocks.header("Muted");
        }
        content.quiet().stream()
                .limit(MAX_QUIET)
                .forEach(pattern -> blocks.section(
                        Mrkdwn.quoted(BranchNames.readable(pattern)), new Blocks.Button("Unmute", UNMUTE, pattern)));
        if (content.quiet().size() > MAX_QUIET) {
            blocks.context("… and " + (content.quiet().size() - MAX_QUIET) + " more; `mute` lists them.");
        }
    }

    private static void preferences(Blocks blocks, HomePreferences preferences) {
        blocks.header("Direct messages");
        Instant paused = preferences.pausedUntil();
        blocks.section((preferences.isOn() ? told(preferences) : PersonalSettings.SWITCHED_OFF)
                + (paused == null ? "" : "\nAll are paused until " + DateMarkup.local(paused) + ".")
                + (preferences.page() == null ? "" : "\n" + Mrkdwn.link(preferences.page(), "Change it in Jenkins")));
        boolean isReminded = preferences.isReminded();
        blocks.section(
                isReminded
                        ? "I send you a line a day of what waits for your answer."
                        : "I can send you a line a day of what waits for your answer.",
                new Blocks.Button(isReminded ? "Stop that" : "Remind me", REMIND, String.valueOf(!isReminded)));
    }

    private static String told(HomePreferences preferences) {
        String events = preferences.events().isEmpty()
                ? "You get none of builds with your changes."
                : "You get them of builds with your changes that are: "
                        + Mrkdwn.line(String.join(", ", preferences.events()), MAX_QUESTION) + ".";
        return events + (preferences.startedByMe() ? "\nYou are told of the end of builds that you have started." : "");
    }

    private static String json(Blocks blocks) {
        return "{\"type\":\"home\",\"blocks\":" + blocks.json() + "}";
    }
}
