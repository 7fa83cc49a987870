package io.jenkins.plugins.slacknotify.interaction.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.build.JobFinder;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.command.BuildArgument;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandUsage;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends a mute of the member who asks, or of the channel in which it is typed, whoever has made that. */
public final class UnmuteCommand implements Command {
    private final BuildControl builds;
    private final SubscriptionControl control;
    private final QuietJobs quiet;

    public UnmuteCommand(BuildControl builds, SubscriptionControl control, QuietJobs quiet) {
        this.builds = builds;
        this.control = control;
        this.quiet = quiet;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(List.of("unmute"), "ID|JOB", "messages about a job again; `list` shows what is muted");
    }

    /**
     * The mutes that are ended, as they are kept. The names are the format.
     *
     * @param ids of mutes
     * @param quiet the job or pattern of the person's own that is quiet no more; null for none
     * @param what it is about, as mrkdwn
     */
    private record Ended(
            List<String> ids, @CheckForNull String quiet, String what, boolean forChannel, boolean isPrivate) {}

    /** Another attempt ends what the first has chosen, and none that was made since. */
    @Override
    public Answer run(CommandCall call) {
        return call.choice().kept(Ended.class).map(kept -> end(call, kept)).orElseGet(() -> choose(call));
    }

    /** Chooses the mutes to end. A deleted job, or a pattern of the member's own, is found by its text alone. */
    private Answer choose(CommandCall call) {
        String typed = call.line().text().strip();
        Optional<Mute> byId = typed.isEmpty()
                ? Optional.empty()
                : mutes(call)
                        .filter(mute -> mute.id().equalsIgnoreCase(SentenceEnd.strip(typed)))
                        .findFirst();
        if (byId.isPresent()) {
            return end(
                    call,
                    ended(
                            call,
                            List.of(byId.get()),
                            null,
                            SubscriptionSentences.jobs(byId.get().jobs(), builds.jobs(call.as()))));
        }
        if (isQuiet(call, typed)) {
            return end(call, ended(call, List.of(), typed, Mrkdwn.quoted(typed)));
        }
        BuildArgument argument = new BuildArgument(builds, call);
        return (typed.isEmpty() || argument.isKnown(typed) ? Optional.<Ended>empty() : byText(call, typed))
                .map(meant -> end(call, meant))
                .orElseGet(() -> argument.withJob(job -> unmute(call, job)));
    }

    /** Finds what was muted by the very pattern that is typed, or by the name or address of a job that is gone. */
    private Optional<Ended> byText(CommandCall call, String typed) {
        String name = new JobFinder(builds, call.as()).nameAt(typed).orElse(typed);
        List<Mute> mutes = mutes(call)
                .filter(mute -> mute.jobs().stream().anyMatch(pattern -> BranchNames.isSame(pattern, name)))
                .toList();
        Optional<String> quietJob = quiet.of(call.as()).stream()
                .filter(pattern -> BranchNames.isSame(pattern, name))
                .findFirst();
        String what = mutes.isEmpty()
                ? Mrkdwn.quoted(name)
                : SubscriptionSentences.jobs(mutes.get(0).jobs(), builds.jobs(call.as()));
        return mutes.isEmpty() && quietJob.isEmpty()
                ? Optional.empty()
                : Optional.of(ended(call, mutes, quietJob.orElse(null), what));
    }

    private Answer unmute(CommandCall call, JobReference meant) {
        String job = meant.fullName();
        boolean isQuiet = isQuiet(call, job);
        List<Mute> mutes = mutes(call).filter(mute -> mute.covers(job)).toList();
        return isQuiet || !mutes.isEmpty()
                ? end(call, ended(call, mutes, isQuiet ? job : null, what(call, meant, isQuiet, mutes)))
                : Answer.ephemeral(
                        "You have not muted " + meant.link() + ", unless by a pattern. `list` shows what is muted.");
    }

    /**
     * Names in mrkdwn what is not muted any more. A mute by a pattern silences other jobs as well. The channel reads the end of its
     * own mute, which therefore names nothing of the member's.
     */
    private String what(CommandCall call, JobReference meant, boolean isQuiet, List<Mute> mutes) {
        boolean isForChannel = isForChannel(mutes);
        List<String> patterns = Stream.concat(
                        isQuiet && !isForChannel ? Stream.of(meant.fullName()) : Stream.empty(),
                        mutes.stream()
                                .filter(mute -> mute.isPersonal() != isForChannel)
                                .flatMap(mute -> mute.jobs().stream()))
                .distinct()
                .toList();
        return patterns.equals(List.of(meant.fullName()))
                ? meant.link()
                : SubscriptionSentences.jobs(patterns, builds.jobs(call.as()));
    }

    /** Returns the member's own, and those of the channel. */
    private Stream<Mute> mutes(CommandCall call) {
        return Stream.concat(
                control.mutesOf(call.as()).stream(),
                control.target(call.origin(), call.channelName()).stream()
                        .flatMap(target -> control.mutes().at(target).stream()));
    }

    private boolean isQuiet(CommandCall call, String job) {
        return quiet.of(call.as()).contains(job);
    }

    /** The channel would read each pattern that ends, so it is enough that one of them names private jobs alone. */
    private Ended ended(CommandCall call, List<Mute> mutes, @CheckForNull String quietJob, String what) {
        List<Mute> mutesOfChannel =
                mutes.stream().filter(mute -> !mute.isPersonal()).toList();
        Stream<String> patterns = mutesOfChannel.stream().flatMap(mute -> mute.jobs().stream());
        return new Ended(
                mutes.stream().map(Mute::id).toList(),
                quietJob,
                what,
                isForChannel(mutes),
                isForChannel(mutes)
                        && Stream.concat(mutesOfChannel.stream().map(Mute::jobs), patterns.map(List::of))
                                .anyMatch(jobs -> ChannelLine.isPrivate(builds, call.as(), jobs)));
    }

    private static boolean isForChannel(List<Mute> mutes) {
        return mutes.stream().anyMatch(mute -> !mute.isPersonal());
    }

    private Answer end(CommandCall call, Ended ended) {
        call.choice().keepAsJson(ended);
        String quietJob = ended.quiet();
        if (quietJob != null) {
            quiet.remove(call.as(), quietJob);
        }
        try {
            for (String id : ended.ids()) {
                control.mutes().remove(id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The end of a mute cannot be written", e);
        }
        if (ended.forChannel()) {
            String line = call.member() + " has ended the mute of this channel for " + ended.what() + ".";
            return ended.isPrivate() ? Answer.ephemeral(line) : Answer.inChannel(line);
        }
        return Answer.ephemeral("You get direct messages about " + ended.what() + " again, as your preferences say.");
    }
}
