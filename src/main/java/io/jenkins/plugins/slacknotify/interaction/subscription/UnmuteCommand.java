package io.jenkins.plugins.slacknotify.interaction.subscription;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.command.BuildArgument;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends a mute of the member who asks, or of the channel in which it is typed, whoever has made that. */
public final class UnmuteCommand implements Command {
    private static final int NAME_LIMIT = 200;

    private final BuildControl builds;
    private final SubscriptionControl control;
    private final QuietJobs quiet;
    private final BuildArgument argument;

    public UnmuteCommand(BuildControl builds, SubscriptionControl control, QuietJobs quiet) {
        this.builds = builds;
        this.control = control;
        this.quiet = quiet;
        this.argument = new BuildArgument(builds);
    }

    @Override
    public List<String> names() {
        return List.of("unmute");
    }

    @Override
    public String arguments() {
        return "ID|JOB";
    }

    @Override
    public String purpose() {
        return "messages about a job again; `list` shows what is muted";
    }

    /** A job that is gone, or a pattern of the person's own, is known by its text alone. */
    @Override
    public Answer run(CommandCall call) {
        String typed = call.line().text().strip();
        Optional<Mute> byId = typed.isEmpty()
                ? Optional.empty()
                : mutes(call).filter(mute -> mute.id().equalsIgnoreCase(typed)).findFirst();
        if (byId.isPresent()) {
            return end(
                    call,
                    List.of(byId.get()),
                    SubscriptionSentences.jobs(byId.get().jobs(), builds.jobs(call.as())));
        }
        if (!typed.isEmpty() && quiet.remove(call.as(), typed)) {
            return done(call, "`" + Mrkdwn.code(typed, NAME_LIMIT) + "`", false);
        }
        return argument.with(call, meant -> unmute(call, meant));
    }

    private Answer unmute(CommandCall call, BuildArgument.Meant meant) {
        String job = meant.job().fullName();
        boolean wasQuiet = quiet.remove(call.as(), job);
        List<Mute> mutes = mutes(call).filter(mute -> mute.covers(job)).toList();
        if (!mutes.isEmpty()) {
            return end(call, mutes, BuildArgument.link(meant.job()));
        }
        return wasQuiet
                ? done(call, BuildArgument.link(meant.job()), false)
                : Answer.ephemeral("You have not muted " + BuildArgument.link(meant.job())
                        + ", unless by a pattern. `list` shows what is muted.");
    }

    /** Returns the member's own, and those of the channel. */
    private Stream<Mute> mutes(CommandCall call) {
        return Stream.concat(
                control.mutes().of(call.as()).stream(),
                control.place(call.origin(), call.channelName()).stream()
                        .flatMap(place -> control.mutes().at(place).stream()));
    }

    private Answer end(CommandCall call, List<Mute> mutes, String what) {
        try {
            for (Mute mute : mutes) {
                control.mutes().remove(mute.id());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The end of a mute cannot be written", e);
        }
        return done(call, what, mutes.stream().anyMatch(mute -> !mute.isPersonal()));
    }

    private static Answer done(CommandCall call, String what, boolean forChannel) {
        return forChannel
                ? Answer.inChannel(call.member() + " has ended the mute of this channel for " + what + ".")
                : Answer.ephemeral("You get direct messages about " + what + " again, as your preferences say.");
    }
}
