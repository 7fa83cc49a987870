package io.jenkins.plugins.slacknotify.interaction.subscription;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildAddress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.command.BuildArgument;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
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
    private final BuildArgument argument;
    private final SubscriptionMaker subscribing;
    private final SubscribeForms forms;

    public SubscribeCommand(BuildControl control, SubscriptionControl subscriptions, SubscribeForms forms) {
        this.control = control;
        this.argument = new BuildArgument(control);
        this.subscribing = new SubscriptionMaker(subscriptions);
        this.forms = forms;
    }

    @Override
    public List<String> names() {
        return List.of("subscribe");
    }

    @Override
    public String arguments() {
        return "JOB|FOLDER/** [EVENTS] [branch:…] [severity:…] [mention:…]";
    }

    @Override
    public boolean takesValues() {
        return true;
    }

    @Override
    public String purpose() {
        return "messages about a job, or the jobs of a folder, in this channel";
    }

    @Override
    public Answer run(CommandCall call) {
        if (call.line().words().isEmpty() && call.here().isEmpty()) {
            return call.takesForms() ? forms.open(call.origin(), call.account(), "", USAGE) : Answer.ephemeral(USAGE);
        }
        if (call.line().words().isEmpty() && call.line().values().isEmpty() && call.takesForms()) {
            return argument.withJob(
                    call,
                    job -> forms.open(
                            call.origin(),
                            call.account(),
                            job.fullName(),
                            "Choose it again, or write `subscribe " + Mrkdwn.code(job.fullName(), Mrkdwn.MAX_NAME)
                                    + "`."));
        }
        try {
            CommandLine line =
                    BuildArgument.joinName(call.line(), name -> !BuildAddress.isAddress(name) && isKnown(call, name));
            boolean mayBeEvents =
                    !call.here().isEmpty() && line.words().stream().limit(1).noneMatch(name -> isKnown(call, name));
            SubscriptionOptions options = SubscriptionOptions.of(line, mayBeEvents ? 0 : 1);
            CommandCall named = call.withLine(options.line());
            if (call.choice().kept().isEmpty()) {
                checkBold(named, options.line().text().strip());
                // A name may have blanks, so a word that is no event was read as a part of it.
                BuildArgument.surplus(options.line().words(), name -> isKnown(named, name))
                        .ifPresent(EventKind::parse);
            }
            return call.choice()
                    .kept()
                    .or(() -> pattern(named))
                    .map(pattern -> subscribe(named, options, pattern))
                    .orElseGet(() -> argument.withJob(named, job -> subscribe(named, options, job.fullName())));
        } catch (IllegalArgumentException e) {
            return Answer.ephemeral(Mrkdwn.escape(e.getMessage()));
        }
    }

    /** @throws IllegalArgumentException where stars make a pattern of the name of a job, or make it bold; the message is for people */
    private void checkBold(CommandCall call, String typed) {
        Matcher bold = BOLD.matcher(typed);
        if (bold.matches() && isKnown(call, bold.group(1))) {
            throw new IllegalArgumentException("`" + typed + "` may be a bold name, or a pattern. Write `"
                    + bold.group(1) + "` for that alone, or `**" + bold.group(1)
                    + "**` for all whose full name has it. Nothing was subscribed.");
        }
    }

    private Answer subscribe(CommandCall call, SubscriptionOptions options, String pattern) {
        boolean isPrivate = control.isPrivate(pattern) || ChannelLine.isPrivate(control, call.as(), List.of(pattern));
        if (isPrivate && !isDirect(call)) {
            return Answer.ephemeral(ChannelLine.PRIVATE);
        }
        SubscriptionFilter filter = options.filter(List.of(pattern));
        if (pattern.indexOf('*') >= 0 && !readsAny(call, pattern)) {
            return BuildArgument.noJob(pattern);
        }
        call.choice().keep(pattern);
        return subscribing.subscribe(call.origin(), call.account(), call.channelName(), filter);
    }

    private boolean isKnown(CommandCall call, String typed) {
        return typed.indexOf('*') >= 0
                ? readsAny(call, typed)
                : BuildAddress.isAddress(typed) || argument.isKnown(call, typed);
    }

    private static boolean isDirect(CommandCall call) {
        String channel = call.origin().channelId();
        return channel != null && channel.startsWith("D");
    }

    private boolean readsAny(CommandCall call, String pattern) {
        NamePatterns patterns = NamePatterns.of(List.of(pattern));
        return control.jobs(call.as()).stream().anyMatch(job -> patterns.matches(job.fullName()));
    }

    /** Returns the pattern that is typed, or stands for the folder that is typed; empty where that is a job, or nothing known. */
    private Optional<String> pattern(CommandCall call) {
        String typed = call.line().text().strip();
        if (typed.indexOf('*') >= 0) {
            return Optional.of(typed);
        }
        Optional<String> name = BuildAddress.isAddress(typed)
                ? control.rootUrl()
                        .flatMap(root -> BuildAddress.read(typed, root))
                        .filter(address -> address.build() == null)
                        .map(BuildAddress::job)
                : Optional.of(typed.replaceFirst("/+$", "")).filter(text -> !text.isEmpty());
        return name.filter(folder -> control.job(call.as(), folder).isEmpty()).flatMap(folder -> folder(call, folder));
    }

    private Optional<String> folder(CommandCall call, String typed) {
        return control.jobs(call.as()).stream()
                .map(JobReference::fullName)
                .filter(job -> job.regionMatches(true, 0, typed + "/", 0, typed.length() + 1))
                .findFirst()
                .map(job -> job.substring(0, typed.length()) + "/**");
    }
}
