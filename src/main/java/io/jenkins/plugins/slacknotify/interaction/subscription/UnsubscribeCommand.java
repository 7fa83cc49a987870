package io.jenkins.plugins.slacknotify.interaction.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.build.JobFinder;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.JobSearchResult;
import io.jenkins.plugins.slacknotify.interaction.command.BuildArgument;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandInteraction;
import io.jenkins.plugins.slacknotify.interaction.command.CommandUsage;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ends a subscription of the channel in which it is typed, whoever has made it, or one's own anywhere. What the account may read
 * does not matter: who reads the messages may stop them.
 */
public final class UnsubscribeCommand implements Command {
    /** The words for all subscriptions of a channel, where none of them is for something of that name. */
    private static final Set<String> ALL = Set.of("all", "everything", "*", "**");

    private static final int NAMED = 10;

    private final BuildControl builds;
    private final SubscriptionControl control;

    public UnsubscribeCommand(BuildControl builds, SubscriptionControl control) {
        this.builds = builds;
        this.control = control;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(List.of("unsubscribe"), "ID…|JOB|all", "end a subscription; `list` shows their ids");
    }

    /**
     * The subscriptions that are ended, as they are kept. The names are the format.
     *
     * @param here whether it is of the channel in which it was asked for
     * @param what it was for, as mrkdwn; null where that is not to be said, and where an earlier version has chosen
     */
    private record Ended(
            List<String> ids, boolean here, @CheckForNull String what) {}

    /** Another attempt ends what the first has chosen, and none that was made since. */
    @Override
    public Answer run(CommandCall call) {
        return call.choice().kept(Ended.class).map(kept -> end(call, kept)).orElseGet(() -> choose(call));
    }

    private Answer choose(CommandCall call) {
        String typed = call.line().text().strip();
        if (!typed.isEmpty()) {
            return choose(call, typed);
        }
        return call.here().isEmpty()
                ? Answer.ephemeral(
                        "Which one? `list` shows the subscriptions of this channel, with a button to end each; `unsubscribe all` ends all of them.")
                : new BuildArgument(builds, call).withJob(job -> choose(call, job.fullName()));
    }

    private Answer choose(CommandCall call, String typed) {
        Optional<SubscriptionTarget> target = control.target(call.origin(), call.channelName());
        List<List<Subscription>> several = meant(call, target, typed);
        if (several.isEmpty()) {
            return nothingEnded(call, target, typed);
        }
        if (several.size() > 1) {
            List<String> ids = several.stream()
                    .flatMap(List::stream)
                    .map(Subscription::id)
                    .distinct()
                    .toList();
            return Answer.ephemeral(
                    Mrkdwn.bold(typed) + " may mean several subscriptions: " + written(ids)
                            + ". Nothing was ended. Write `unsubscribe` with those that you mean; `list` says what each is for.");
        }
        List<Subscription> meant = several.get(0);
        long here = target.filter(at -> !at.isDirectMessage())
                .map(at ->
                        meant.stream().filter(one -> one.target().isSameAs(at)).count())
                .orElse(0L);
        if (here > 0 && here < meant.size()) {
            return Answer.ephemeral("Some of these are of this channel, which is told of their end, and others are not."
                    + " Nothing was ended. Write two commands.");
        }
        return end(call, new Ended(meant.stream().map(Subscription::id).toList(), here > 0, what(call, meant)));
    }

    /** Answers that nothing was ended, as no subscription has the typed name, and names those that can be ended. */
    private Answer nothingEnded(CommandCall call, Optional<SubscriptionTarget> target, String typed) {
        List<Subscription> here =
                target.map(at -> control.subscriptions().at(at)).orElse(List.of());
        if (ALL.contains(typed.toLowerCase(Locale.ROOT)) && !here.isEmpty()) {
            String command = "unsubscribe "
                    + String.join(" ", here.stream().map(Subscription::id).toList());
            String sentence = "This ends "
                    + (here.size() == 1 ? "the only subscription" : "all " + here.size() + " subscriptions")
                    + (here.get(0).target().isDirectMessage()
                            ? " that you have here."
                            : " of this channel, whoever has made them.")
                    + " `list` says what each is for. Nothing was ended yet.";
            return Answer.ephemeral(sentence)
                    .withBlocks(Blocks.start()
                            .section(sentence)
                            .buttons(List.of(new Blocks.Button("End all", CommandInteraction.CHOOSE + 0, command)))
                            .json());
        }
        Optional<String> rest = here.isEmpty()
                ? Optional.empty()
                : BuildArgument.surplus(
                        List.of(typed.split("\\s+")),
                        name -> meant(call, target, name).size() == 1);
        List<Subscription> covering = here.isEmpty() ? List.of() : covering(call, here, typed);
        String none = "There is no subscription " + Mrkdwn.quoted(typed) + " here";
        if (rest.isPresent()) {
            return Answer.ephemeral(none + ": what does " + Mrkdwn.quoted(rest.get())
                    + " mean? A subscription is ended as a whole, with all its events. Nothing was ended.");
        }
        return Answer.ephemeral(
                covering.isEmpty()
                        ? none + ". `list` shows those that there are."
                        : none + " alone. You read of it by "
                                + named(covering.stream()
                                        .map(one -> SubscriptionSentences.jobs(
                                                        one.filter().jobs())
                                                + " (`" + one.id() + "`)")
                                        .toList())
                                + (covering.size() == 1 ? ", which is" : ", which are")
                                + " for other jobs as well. Nothing was ended.");
    }

    /** Returns those that are for a job, and for others as well. */
    private List<Subscription> covering(CommandCall call, List<Subscription> here, String typed) {
        return byAddress(call, typed)
                .map(Stream::of)
                .orElseGet(() -> byName(call, typed))
                .filter(job -> builds.job(call.as(), job).isPresent())
                .flatMap(job ->
                        here.stream().filter(one -> one.filter().toCondition().matchesJob(job)))
                .distinct()
                .toList();
    }

    /** Names the jobs, unless one is not for all to see who read the answer. */
    @CheckForNull
    private String what(CommandCall call, List<Subscription> meant) {
        List<String> patterns = meant.stream()
                .flatMap(one -> one.filter().jobs().stream())
                .distinct()
                .toList();
        List<JobReference> readable = builds.jobs(call.as());
        boolean isPublic = patterns.stream()
                .allMatch(pattern -> SubscriptionSentences.readsAny(List.of(pattern), readable)
                        && !ChannelLine.isPrivate(builds, call.as(), List.of(pattern)));
        return isPublic
                ? named(patterns.stream()
                        .map(pattern -> SubscriptionSentences.jobs(List.of(pattern)))
                        .toList())
                : null;
    }

    private Answer end(CommandCall call, Ended ended) {
        call.choice().keepAsJson(ended);
        try {
            for (String id : ended.ids()) {
                control.subscriptions().remove(id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The end of a subscription cannot be written", e);
        }
        String ids = (ended.ids().size() == 1 ? "subscription " : "subscriptions ") + written(ended.ids());
        String jobs = ended.what();
        String what = jobs == null ? "" : " to " + jobs;
        return ended.here()
                ? Answer.inChannel(call.member() + " has ended the " + ids + " of this channel" + what + ".")
                : Answer.ephemeral("You have ended the " + ids + what + ".");
    }

    private static String written(List<String> ids) {
        return named(ids.stream().map(id -> "`" + id + "`").toList());
    }

    private static String named(List<String> names) {
        int others = names.size() - NAMED;
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (others > 0 ? " and " + others + " more" : "");
    }

    /** Returns the subscriptions that are meant; of each job by itself, where the name may be that of several. */
    private List<List<Subscription>> meant(CommandCall call, Optional<SubscriptionTarget> target, String typed) {
        List<Subscription> here =
                target.map(at -> control.subscriptions().at(at)).orElse(List.of());
        List<Optional<Subscription>> byIds = Stream.of(typed.split("[\\s,]+"))
                .map(word -> byId(call, here, SentenceEnd.strip(word)))
                .toList();
        if (byIds.stream().allMatch(Optional::isPresent)) {
            return List.of(byIds.stream().map(Optional::orElseThrow).distinct().toList());
        }
        if (here.isEmpty()) {
            return List.of();
        }
        return Stream.<Supplier<Stream<String>>>of(
                        () -> Stream.of(typed), () -> byAddress(call, typed).stream(), () -> byName(call, typed))
                .map(names -> of(names.get(), here))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Optional<Subscription> byId(CommandCall call, List<Subscription> here, String id) {
        return here.stream()
                .filter(one -> one.id().equalsIgnoreCase(id))
                .findFirst()
                .or(() -> control.subscriptions()
                        .find(id)
                        .filter(one -> one.author().account().equals(call.as())));
    }

    private static List<List<Subscription>> of(Stream<String> names, List<Subscription> here) {
        return names.map(name -> here.stream()
                        .filter(one -> one.filter().jobs().stream().anyMatch(pattern -> isMeant(pattern, name)))
                        .toList())
                .filter(found -> !found.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isMeant(String pattern, String name) {
        return BranchNames.isSame(pattern, name) || BranchNames.isSame(pattern, name + "/**");
    }

    /** Returns the full name of the job to which an address leads, whether or not the job is still there. */
    private Optional<String> byAddress(CommandCall call, String typed) {
        return new JobFinder(builds, call.as()).nameAt(typed);
    }

    private Stream<String> byName(CommandCall call, String typed) {
        JobFinder finder = new JobFinder(builds, call.as());
        return Stream.concat(finder.project(typed).stream(), jobs(finder.find(typed)));
    }

    private static Stream<String> jobs(JobSearchResult result) {
        if (result instanceof JobSearchResult.Found found) {
            return Stream.of(found.job().fullName());
        }
        return result instanceof JobSearchResult.Several several
                ? several.candidates().stream().map(JobReference::fullName)
                : Stream.empty();
    }
}
