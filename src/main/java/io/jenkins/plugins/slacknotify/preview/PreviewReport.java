package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.engine.Preview;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.routing.RuleDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was found out about a build by trying rules on it, for a page or a program. */
public final class PreviewReport {
    private final Run<?, ?> run;
    private final Preview preview;
    private final EngineSettings settings;
    private final List<RuleScopeRow> places;

    @CheckForNull
    private final SystemRouting candidate;

    PreviewReport(
            Run<?, ?> run,
            Preview preview,
            EngineSettings settings,
            List<RuleScopeRow> places,
            @CheckForNull SystemRouting candidate) {
        this.run = run;
        this.preview = preview;
        this.settings = settings;
        this.places = List.copyOf(places);
        this.candidate = candidate;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    /** Whether it is about rules that are only tried. */
    public boolean isCandidate() {
        return candidate != null;
    }

    BuildEvent event() {
        return preview.event();
    }

    /** What happened, as rules understand it, such as {@code failure, regressed}. */
    public String getEvents() {
        return RuleDescriber.joinIds(event().kinds(), EventKind::id);
    }

    /** How severe the build is when all rules were asked. */
    public String getSeverity() {
        return preview.routing().severity().id();
    }

    /** One for each rule that is the reader's business, in the order in which they were asked. */
    public List<RuleDecisionRow> getDecisions() {
        return visibleDecisions().map(RuleDecisionRow::of).toList();
    }

    private Stream<RuleDecision> visibleDecisions() {
        return preview.routing().verdicts().stream()
                .filter(verdict ->
                        verdict.rule().when().matchesJob(event().key().job())
                                || RuleOverview.mayRead(verdict.place(), verdict.owner()));
    }

    public List<MessageRow> getMessages() {
        return preview.messages().stream()
                .map(message -> MessageRow.of(message, event().key(), candidate == null))
                .toList();
    }

    public List<PersonRow> getPeople() {
        return Stream.concat(
                        preview.personal().stream().map(direct -> PersonRow.of(direct, false)),
                        preview.named().stream().map(direct -> PersonRow.of(direct, true)))
                .toList();
    }

    /** What else the reader should know. */
    public List<String> getNotes() {
        List<String> notes = new ArrayList<>();
        if (!settings.enabled()) {
            notes.add(Messages.PreviewReport_off());
        }
        long hidden = preview.routing().verdicts().size() - visibleDecisions().count();
        if (hidden > 0) {
            notes.add(Messages.PreviewReport_hidden(hidden));
        }
        places.forEach(place -> place.problems().forEach(problem -> notes.add(place.title() + ": " + problem)));
        places.stream()
                .filter(place -> place.note() != null)
                .forEach(place -> notes.add(place.title() + ": " + place.note()));
        notes.add(Messages.PreviewReport_asIfFirst());
        return notes;
    }
}
