package io.jenkins.plugins.slacknotify.interaction.subscription;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildAddress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.build.JobFinder;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.command.BuildArgument;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.interaction.command.CommandUsage;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Subscribes the channel in which it is typed to a job, or to the jobs of a folder, and says so there in one line. */
public final class SubscribeCommand implements Command {
    private static final String USAGE =
            "Write what to hear of: `subscribe JOB`, `subscribe FOLDER/**`, or an address of Jenkins. Then, if you like, events such as"
                    + " `failure,fixed`, `branch:main`, `severity:error`, `mention:@here`.";

    private static final Pattern BOLD = Pattern.compile("_?\\*([^*]+)\\*_?");

    private final BuildControl control;
    private final SubscriptionMaker subscribing;
    private final SubscribeForms forms;

    public SubscribeCommand(BuildControl control, SubscriptionControl subscriptions, SubscribeForms forms) {
        this.control = control;
        this.subscribing = new SubscriptionMaker(subscriptions);
        this.forms = forms;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(
                List.of("subscribe"),
                "JOB|FOLDER/** [EVENTS] [branch:…] [severity:…] [mention:…]",
                "messages about a job, or the jobs of a folder, in this channel");
    }

    @Override
    public boolean takesValues() {
        return true;
    }

    @Override
    public Answer run(CommandCall call) {
        if (call.line().words().isEmpty() && call.here().isEmpty()) {
            return call.takesForms() ? forms.open(call.origin(), call.account(), "", USAGE) : Answer.ephemeral(USAGE);
        }
        if (call.line().words().isEmpty() && call.line().values().isEmpty() && call.takesForms()) {
            return new BuildArgument(control, call)
                    .withJob(job -> forms.open(
                            call.origin(),
                            call.account(),
                            job.fullName(),
                            "Choose it again, or write `subscribe " + Mrkdwn.code(job.fullName(), Mrkdwn.MAX_NAME)
                                    + "`."));
        }
        try {
            BuildArgument argument = new BuildArgument(control, call);
            CommandLine line = argument.joinName(name -> !BuildAddress.isAddress(name) && isKnown(argument, name));
            boolean mayBeEvents =
                    !call.here().isEmpty() && line.words().stream().limit(1).noneMatch(name -> isKnown(argument, name));
            SubscriptionOptions options = SubscriptionOptions.of(line, mayBeEvents ? 0 : 1);
            String typed = options.line().text().strip();
            if (call.choice().kept().isEmpty()) {
                checkBold(argument, typed);
                // A name may have blanks, so a word that is no event was read as a part of it.
                BuildArgument.surplus(options.line().words(), name -> isKnown(argument, name))
                        .ifPresent(SubscriptionOptions::event);
            }
            return call.choice()
                    .kept()
                    .or(() -> pattern(control, argument.finder(), typed))
                    .map(pattern -> subscribe(call, argument, options, pattern))
                    .orElseGet(() -> argument.withLine(options.line())
                            .withJob(job -> subscribe(call, argument, options, job.fullName())));
        } catch (IllegalArgumentException e) {
            return Answer.ephemeral(Mrkdwn.escape(e.getMessage()));
        }
    }

    /** @throws IllegalArgumentException where stars make a pattern of the name of a job, or make it bold; the message is for people */
    private static void checkBold(BuildArgument argument, String typed) {
        Matcher bold = BOLD.matcher(typed);
        if (bold.matches() && isKnown(argument, bold.group(1))) {
            throw new IllegalArgumentException("`" + typed + "` may be a bold name, or a pattern. Write `"
                    + bold.group(1) + "` for that alone, or `**" + bold.group(1)
                    + "**` for all whose full name has it. Nothing was subscribed.");
        }
    }

    private Answer subscribe(CommandCall call, BuildArgument argument, SubscriptionOptions options, String pattern) {
        boolean isPattern = pattern.indexOf('*') >= 0;
        boolean isPrivate =
                isPattern ? ChannelLine.isPrivate(control, call.as(), List.of(pattern)) : control.isPrivate(pattern);
        if (isPrivate && !isDirect(call)) {
            return Answer.ephemeral(ChannelLine.PRIVATE);
        }
        SubscriptionFilter filter = options.filter(List.of(pattern));
        if (isPattern
                && !SubscriptionSentences.readsAny(
                        List.of(pattern), argument.finder().jobs())) {
            return Answer.ephemeral(BuildArgument.noJob(pattern).text()
                    + " `*` stands for any text without a slash, and `**` for any text.");
        }
        call.choice().keep(pattern);
        return subscribing.subscribe(call.origin(), call.account(), call.channelName(), filter);
    }

    private static boolean isKnown(BuildArgument argument, String typed) {
        return typed.indexOf('*') >= 0
                ? SubscriptionSentences.readsAny(
                        List.of(typed), argument.finder().jobs())
                : BuildAddress.isAddress(typed) || argument.isKnown(typed);
    }

    private static boolean isDirect(CommandCall call) {
        String channel = call.origin().channelId();
        return channel != null && channel.startsWith("D");
    }

    /** Returns the pattern that is typed, or stands for the folder that is typed; empty where that is a job, or nothing known. */
    static Optional<String> pattern(BuildControl control, JobFinder finder, String typed) {
        if (typed.indexOf('*') >= 0) {
            return Optional.of(typed);
        }
        boolean isAddress = BuildAddress.isAddress(typed);
        Optional<String> name = isAddress
                ? control.rootUrl()
                        .flatMap(root -> BuildAddress.read(typed, root))
                        .filter(address -> address.build() == null)
                        .map(finder::nameAt)
                : Optional.of(typed.replaceAll("^/+|/+$", "")).filter(text -> !text.isEmpty());
        return name.filter(folder -> finder.job(folder).isEmpty())
                .flatMap(folder -> folder(finder, folder)
                        .or(() -> isAddress
                                ? Optional.empty()
                                : finder.project(folder).map(project -> project + "/**")));
    }

    private static Optional<String> folder(JobFinder finder, String typed) {
        return finder.jobs().stream()
                .map(JobReference::fullName)
                .filter(job -> job.regionMatches(true, 0, typed + "/", 0, typed.length() + 1))
                .findFirst()
                .map(job -> job.substring(0, typed.length()) + "/**");
    }
}
