package io.jenkins.plugins.slacknotify.interaction.run;

import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.InterruptedActs;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.build.StartResult;
import io.jenkins.plugins.slacknotify.interaction.modal.SentForms;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts a job by the form that a member has filled in, once, as the account that the member has at that moment. */
public final class RunInteraction implements Interaction {

    private final MemberAccounts accounts;
    private final BuildControl control;

    public RunInteraction(MemberAccounts accounts, BuildControl control) {
        this.accounts = accounts;
        this.control = control;
    }

    @Override
    public boolean accepts(InboundRequest request) {
        return request instanceof ViewSubmission submission
                && submission.view().callbackId().equals(RunView.CALLBACK);
    }

    /** {@inheritDoc} A form in which a keyboard may have made something else of a value stays open, with all that was filled in. */
    @Override
    public Decision receive(InboundRequest request) {
        ViewSubmission submission = (ViewSubmission) request;
        Map<String, String> errors = RunView.Metadata.parse(submission.view().privateMetadata())
                .map(metadata -> RunView.errors(metadata, submission.state()))
                .orElse(Map.of());
        return errors.isEmpty() ? Decision.byKind(request) : Decision.nothingMore(Acknowledgement.errors(errors));
    }

    @Override
    public ActResult act(InboundRequest request, ActChoice choice) {
        ViewSubmission submission = (ViewSubmission) request;
        Optional<RunView.Metadata> metadata =
                RunView.Metadata.parse(submission.view().privateMetadata());
        if (metadata.isEmpty()) {
            return ActResult.say("Nothing was started: this form does not say which job it is for.");
        }
        ActResult unavailable = ActResult.say(
                "Jenkins cannot ask its security realm what you may at this moment. Look whether something was started,"
                        + " and ask again in a minute.");
        return AccountAnswers.forMember(
                accounts, request.origin(), unavailable, linked -> start(submission, metadata.get(), linked, choice));
    }

    private ActResult start(
            ViewSubmission submission, RunView.Metadata metadata, MemberAccount.Linked account, ActChoice choice) {
        ActOrigin origin = ActOrigin.of(account.id(), submission.origin());
        List<JobParameter> parameters = control.parameters(account.id(), metadata.job());
        boolean isChanged = !RunView.signature(parameters).equals(metadata.fields());
        if (isChanged && control.job(account.id(), metadata.job()).isPresent()) {
            return ActResult.say(
                    "Nothing was started: the parameters of the job have changed since the form was opened. Ask for it again.");
        }
        Map<String, String> values = RunView.values(parameters, submission.state());
        Optional<String> doubt = RunView.doubt(parameters, values);
        if (doubt.isPresent()) {
            return ActResult.say("Nothing was started: " + doubt.get()
                    + ". Paste the value from where it is as it should be, or start the job on its page.");
        }
        if (SentForms.isSecond(submission, choice)) {
            return ActResult.silent();
        }
        StartResult result = control.start(origin, metadata.job(), values);
        if (result instanceof StartResult.Started started) {
            return started(submission, metadata, started);
        }
        return result instanceof StartResult.Refused refused
                ? ActResult.say(refused.sentence())
                : ActResult.say("There is no job *" + Mrkdwn.line(metadata.job()) + "*, or none that you may see.");
    }

    private ActResult started(ViewSubmission submission, RunView.Metadata metadata, StartResult.Started started) {
        Answer answer = ChannelLine.of(
                control,
                started.job().fullName(),
                started.sentence("<@" + submission.origin().userId() + ">"));
        return ActResult.answeredIn(metadata.channel(), answer);
    }

    @Override
    public Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
        ViewSubmission submission = (ViewSubmission) request;
        return RunView.Metadata.parse(submission.view().privateMetadata())
                .flatMap(metadata -> InterruptedActs.find(
                        accounts,
                        request.origin(),
                        () -> control.started(RequestMark.of(request.origin()), metadata.job())
                                .map(started -> started(submission, metadata, started))));
    }
}
