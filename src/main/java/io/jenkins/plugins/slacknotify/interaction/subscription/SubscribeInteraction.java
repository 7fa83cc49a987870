package io.jenkins.plugins.slacknotify.interaction.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.InterruptedActs;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.build.JobFinder;
import io.jenkins.plugins.slacknotify.interaction.build.JobSearchResult;
import io.jenkins.plugins.slacknotify.interaction.command.BuildArgument;
import io.jenkins.plugins.slacknotify.interaction.modal.SentForms;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the subscription that a member has filled in a form for. A wrong value keeps the form open. */
public final class SubscribeInteraction implements Interaction {
    private static final int NAMED = 5;

    private final MemberAccounts accounts;
    private final BuildControl builds;
    private final SubscriptionControl control;
    private final SubscriptionMaker subscribing;

    public SubscribeInteraction(MemberAccounts accounts, BuildControl builds, SubscriptionControl control) {
        this.accounts = accounts;
        this.builds = builds;
        this.control = control;
        this.subscribing = new SubscriptionMaker(control);
    }

    @Override
    public boolean accepts(InboundRequest request) {
        return request instanceof ViewSubmission submission
                && submission.view().callbackId().equals(SubscribeView.CALLBACK);
    }

    @Override
    public Decision receive(InboundRequest request) {
        Map<String, String> errors = SubscribeView.errors(((ViewSubmission) request).state());
        return errors.isEmpty() ? Decision.byKind(request) : Decision.nothingMore(Acknowledgement.errors(errors));
    }

    /**
     * Making the same subscription again does not make a second one. So this answers only members who may not act for an account
     * any more.
     */
    @Override
    public Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
        boolean isMade = control.subscriptions()
                .find(SubscriptionIds.of(request.origin().id()))
                .isPresent();
        return InterruptedActs.find(accounts, request.origin(), isMade, linked -> Optional.empty());
    }

    /** {@inheritDoc} A form that was sent twice is one, of which the channel gets one line. */
    @Override
    public ActResult act(InboundRequest request, ActChoice choice) {
        ViewSubmission submission = (ViewSubmission) request;
        ActResult unavailable = ActResult.say(
                "Jenkins cannot ask its security realm what you may at this moment. Ask again in a minute.");
        return AccountAnswers.forMember(
                accounts, request.origin(), unavailable, linked -> subscribe(submission, linked, choice));
    }

    private ActResult subscribe(ViewSubmission submission, MemberAccount.Linked account, ActChoice choice) {
        String typed = SubscribeView.jobs(submission.state());
        JobFinder finder = new JobFinder(builds, account.id());
        JobSearchResult found = finder.find(typed);
        String pattern = SubscribeCommand.pattern(builds, finder, typed)
                .orElseGet(() ->
                        found instanceof JobSearchResult.Found one ? one.job().fullName() : null);
        if (pattern == null
                || pattern.indexOf('*') >= 0 && !SubscriptionSentences.readsAny(List.of(pattern), finder.jobs())) {
            return found instanceof JobSearchResult.Several several
                    ? ActResult.say(Mrkdwn.bold(typed) + " may mean several jobs, such as "
                            + several.candidates().stream()
                                    .limit(NAMED)
                                    .map(job -> Mrkdwn.quoted(job.fullName()))
                                    .collect(Collectors.joining(", "))
                            + ". Nothing was subscribed: fill in the full name of one.")
                    : ActResult.answered(BuildArgument.noJob(typed));
        }
        SubscriptionFilter filter = SubscribeView.filter(submission.state(), pattern);
        String channel = channel(submission);
        boolean isDirect = channel != null && channel.startsWith("D");
        if (!isDirect && ChannelLine.isPrivate(builds, account.id(), filter.jobs())) {
            return ActResult.say(ChannelLine.PRIVATE);
        }
        return subscribing
                .subscribe(
                        submission.origin().in(channel),
                        account,
                        null,
                        filter,
                        () -> SentForms.isSecond(submission, choice))
                .map(answer -> ActResult.answeredIn(channel, answer))
                .orElseGet(ActResult::silent);
    }

    @CheckForNull
    private static String channel(ViewSubmission submission) {
        return SubscribeView.Metadata.parse(submission.view().privateMetadata())
                .map(SubscribeView.Metadata::channel)
                .orElse(null);
    }
}
