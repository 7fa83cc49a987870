package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.form.CheckboxOption;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.engine.Preview;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.routing.RuleDecision;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result of trying rules on a past build, for a page or a program. */
public final class PreviewReport {
    private final Run<?, ?> run;
    private final Preview preview;
    private final EngineSettings settings;
    private final List<RuleScopeRow> scopes;

    @CheckForNull
    private final SystemRouting candidate;

    PreviewReport(
            Run<?, ?> run,
            Preview preview,
            EngineSettings settings,
            List<RuleScopeRow> scopes,
            @CheckForNull SystemRouting candidate) {
        this.run = run;
        this.preview = preview;
        this.settings = settings;
        this.scopes = List.copyOf(scopes);
        this.candidate = candidate;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    /** Whether the report is about rules that are only tried. */
    public boolean isCandidate() {
        return candidate != null;
    }

    BuildEvent event() {
        return preview.event();
    }

    /** The names of the build's event kinds, such as {@code Failure, Regressed}. */
    public String getEvents() {
        return CheckboxOption.namesOf(event().kinds());
    }

    /** The id of the build's severity after all rules. */
    public String getSeverity() {
        return preview.routing().severity().id();
    }

    /** The decisions of the rules that the reader may see, in the order in which the engine asked them. */
    public List<RuleDecisionRow> getDecisions() {
        return visibleDecisions().map(RuleDecisionRow::of).toList();
    }

    /** The decisions of rules that fired. */
    public List<RuleDecisionRow> getFired() {
        return getDecisions().stream().filter(RuleDecisionRow::hasFired).toList();
    }

    /** The decisions of rules that did not fire. */
    public List<RuleDecisionRow> getIdle() {
        return getDecisions().stream().filter(row -> !row.hasFired()).toList();
    }

    private Stream<RuleDecision> visibleDecisions() {
        return preview.routing().decisions().stream()
                .filter(decision -> decision.rule().when().matchesJob(event().ownerJob())
                        || RuleScopes.mayRead(decision.scope(), decision.owner()));
    }

    /** The messages to channels. */
    public List<MessageRow> getMessages() {
        return preview.messages().stream()
                .map(message -> MessageRow.of(message, event().key(), candidate == null))
                .toList();
    }

    /** The people to be notified directly, without those who have only subscribed for themselves, unless the reader may know of them. */
    public List<PersonRow> getPeople() {
        return Stream.concat(
                        preview.personal().stream().map(direct -> PersonRow.of(direct, false)),
                        preview.named().stream()
                                .filter(direct -> !isOnlySubscriber(direct))
                                .map(direct -> PersonRow.of(direct, true)))
                .toList();
    }

    /** Whether a person is somebody else than the reader and named by subscriptions alone, and the reader may not read all of these. */
    private boolean isOnlySubscriber(Preview.DirectMessage direct) {
        String account = direct.person().account();
        if (account == null || RuleScopes.mayRead(RuleScope.SUBSCRIPTION, "") || RuleOverview.isReader(account)) {
            return false;
        }
        Set<RuleScope> naming = preview.routing().decisions().stream()
                .filter(decision -> decision.people().named().contains(account))
                .map(RuleDecision::scope)
                .collect(Collectors.toSet());
        return naming.equals(Set.of(RuleScope.SUBSCRIPTION));
    }

    /** Notes for the reader: what the report leaves out, and which problems the rules have. */
    public List<String> getNotes() {
        List<String> notes = new ArrayList<>();
        if (!settings.enabled()) {
            notes.add(Messages.PreviewReport_off());
        }
        long hidden = preview.routing().decisions().size() - visibleDecisions().count();
        if (hidden > 0) {
            notes.add(Messages.PreviewReport_hidden(hidden));
        }
        long subscribers =
                preview.named().stream().filter(this::isOnlySubscriber).count();
        if (subscribers > 0) {
            notes.add(Messages.PreviewReport_subscribers(subscribers));
        }
        scopes.forEach(scope -> scope.problems().forEach(problem -> notes.add(scope.title() + ": " + problem)));
        scopes.stream()
                .filter(scope -> scope.note() != null)
                .forEach(scope -> notes.add(scope.title() + ": " + scope.note()));
        notes.add(Messages.PreviewReport_asIfFirst());
        return notes;
    }
}
