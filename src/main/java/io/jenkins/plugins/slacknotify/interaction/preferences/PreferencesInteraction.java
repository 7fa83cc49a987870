package io.jenkins.plugins.slacknotify.interaction.preferences;

import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.InterruptedActs;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.subscription.SubscriptionSentences;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Stores the preferences that a member has filled in, for their own account. A wrong value keeps the form open. */
public final class PreferencesInteraction implements Interaction {
    private static final Logger LOGGER = Logger.getLogger(PreferencesInteraction.class.getName());
    private static final int NAMED = 5;
    private static final int MAX_NAME = 100;

    private final MemberAccounts accounts;
    private final PreferencesControl preferences;
    private final BuildControl builds;

    public PreferencesInteraction(MemberAccounts accounts, PreferencesControl preferences, BuildControl builds) {
        this.accounts = accounts;
        this.preferences = preferences;
        this.builds = builds;
    }

    @Override
    public boolean accepts(InboundRequest request) {
        return request instanceof ViewSubmission submission
                && submission.view().callbackId().equals(PreferencesView.CALLBACK);
    }

    @Override
    public Decision receive(InboundRequest request) {
        PersonalSettings settings = PreferencesView.read(((ViewSubmission) request).state());
        Instant asked = request.origin().receivedAt();
        Optional<String> jobs = preferences.errorOf(
                null,
                new PersonalSettings(
                        settings.events(),
                        settings.startedByMe(),
                        settings.minimumSeverity(),
                        settings.quietJobs(),
                        null),
                asked);
        Optional<Decision> wrongJobs = jobs.map(error -> wrong(PreferencesView.QUIET, error));
        return wrongJobs
                .or(() -> preferences.errorOf(null, settings, asked).map(error -> wrong(PreferencesView.PAUSE, error)))
                .orElseGet(() -> Decision.byKind(request));
    }

    private static Decision wrong(String block, String error) {
        return Decision.nothingMore(Acknowledgement.errors(Map.of(block, error)));
    }

    @Override
    public Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
        return InterruptedActs.find(accounts, request.origin(), false, linked -> Optional.empty());
    }

    @Override
    public ActResult act(InboundRequest request, ActChoice choice) {
        ActResult unavailable = ActResult.say(
                "Jenkins cannot ask its security realm who you are at this moment. Ask again in a minute.");
        return AccountAnswers.forMember(
                accounts, request.origin(), unavailable, linked -> save(linked.id(), (ViewSubmission) request));
    }

    private ActResult save(String account, ViewSubmission submission) {
        Optional<PersonalSettings> merged = settings(account, submission);
        if (merged.isEmpty()) {
            return ActResult.say(
                    "Nothing was saved: your quiet jobs were changed since the form was opened. Open it again, and"
                            + " change them there.");
        }
        PersonalSettings settings = merged.get();
        Instant asked = submission.origin().receivedAt();
        Optional<String> error = preferences.errorOf(account, settings, asked);
        if (error.isPresent()) {
            return ActResult.say("Nothing was saved: " + error.get());
        }
        List<String> before =
                preferences.of(account).map(PersonalSettings::quietJobs).orElse(List.of());
        List<String> added = settings.quietJobs().stream()
                .filter(pattern -> !before.contains(pattern))
                .toList();
        preferences.save(account, settings, asked);
        return ActResult.say("Your preferences of direct messages are saved." + doubtAfterSaving(account, added));
    }

    /** Nothing of it may undo the answer that the preferences are saved. */
    private String doubtAfterSaving(String account, List<String> added) {
        try {
            return added.isEmpty() ? "" : doubt(account, added);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The jobs of an account cannot be read", e);
            return " Jenkins cannot read its jobs now, so it does not know whether the new quiet jobs are there.";
        }
    }

    /** Says which new quiet jobs are none: what is written otherwise than in a command, or several in a line, silences nothing. */
    private String doubt(String account, List<String> added) {
        List<JobReference> jobs = builds.jobs(account);
        String none = added.stream()
                .filter(pattern -> !SubscriptionSentences.readsAny(List.of(pattern), jobs))
                .limit(NAMED)
                .map(pattern -> Mrkdwn.quoted(pattern, MAX_NAME))
                .collect(Collectors.joining(", "));
        return none.isEmpty()
                ? ""
                : " Among the quiet jobs, " + none
                        + " is no job that you may see: write the full name of each into a line of its own, or a pattern.";
    }

    /**
     * What a form had no room for stays as it is, and so does what its member has not touched.
     *
     * @return empty where the form cannot be reconciled with what was chosen meanwhile
     */
    private Optional<PersonalSettings> settings(String account, ViewSubmission submission) {
        FormState state = submission.state();
        PersonalSettings given = PreferencesView.read(state);
        Optional<PersonalSettings> now = preferences.of(account);
        PersonalSettings filled = PreferencesView.showsQuietJobs(state)
                ? given
                : now.map(before -> given.withQuietJobs(before.quietJobs())).orElse(given);
        Optional<ShownSettings> shown = ShownSettings.parse(submission.view().privateMetadata());
        return now.isPresent() && shown.isPresent() ? shown.get().merge(filled, now.get()) : Optional.of(filled);
    }
}
