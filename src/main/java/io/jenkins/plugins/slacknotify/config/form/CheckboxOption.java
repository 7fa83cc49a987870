package io.jenkins.plugins.slacknotify.config.form;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.build.BranchKind;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A checkbox of a form.
 *
 * @param id in configuration files
 * @param name the label: one or two words
 * @param description the explanation beside the label
 * @param chosen whether the box is ticked
 */
public record CheckboxOption(String id, String name, String description, boolean chosen) {
    /**
     * The checkboxes of every kind of event. None may be left out, as a form that does not offer a kind loses it when it is saved.
     *
     * @param chosen the ids of those that are ticked
     */
    public static List<CheckboxOption> ofEvents(Collection<String> chosen) {
        return ofEvents(EventKindLabels.all(), chosen);
    }

    /**
     * The checkboxes of the kinds that say how a build ended.
     *
     * @param chosen the ids of those that are ticked
     */
    public static List<CheckboxOption> ofEnds(Collection<String> chosen) {
        return ofEvents(EventKind.completionKinds(), chosen);
    }

    private static List<CheckboxOption> ofEvents(List<EventKind> offered, Collection<String> chosen) {
        return of(EventKindLabels.LABELS, offered.stream().map(EventKind::id), chosen);
    }

    /**
     * The checkboxes of the involvements, the most useful first.
     *
     * @param chosen the ids of those that are ticked
     */
    public static List<CheckboxOption> ofInvolvements(Collection<String> chosen) {
        Stream<Involvement> offered =
                Stream.of(Involvement.BREAKER, Involvement.REQUESTER, Involvement.COMMITTER, Involvement.CULPRIT);
        return of(new ChoiceLabels("CheckboxOption.involvement"), offered.map(Involvement::id), chosen);
    }

    /**
     * The checkboxes of the kinds of branch.
     *
     * @param chosen the ids of those that are ticked
     */
    public static List<CheckboxOption> ofBranchKinds(Collection<String> chosen) {
        return of(
                new ChoiceLabels("CheckboxOption.branchKind"),
                Stream.of(BranchKind.values()).map(BranchKind::id),
                chosen);
    }

    /**
     * The checkboxes of the kinds of cause.
     *
     * @param chosen the ids of those that are ticked
     */
    public static List<CheckboxOption> ofCauses(Collection<String> chosen) {
        return of(
                new ChoiceLabels("CheckboxOption.causeKind"),
                Stream.of(CauseKind.values()).map(CauseKind::id),
                chosen);
    }

    /**
     * The checkboxes of the abilities.
     *
     * @param chosen the ids of those that are ticked
     */
    public static List<CheckboxOption> ofAbilities(Collection<String> chosen) {
        return of(
                new ChoiceLabels("CheckboxOption.ability"),
                Stream.of(Ability.values()).map(Ability::id),
                chosen);
    }

    /** Returns the names of those that are ticked, as the form has them, in its order. */
    public static String names(List<CheckboxOption> options) {
        return options.stream()
                .filter(CheckboxOption::chosen)
                .map(CheckboxOption::name)
                .collect(Collectors.joining(", "));
    }

    /** Returns the names of kinds of event, as forms have them. */
    public static String namesOf(Collection<EventKind> events) {
        return names(ofEvents(events.stream().map(EventKind::id).toList()));
    }

    private static List<CheckboxOption> of(ChoiceLabels labels, Stream<String> offered, Collection<String> chosen) {
        return offered.map(id -> new CheckboxOption(id, labels.name(id), labels.description(id), chosen.contains(id)))
                .toList();
    }

    /** A ticked box for an id that is stored and that this version does not know. */
    static CheckboxOption unknown(String id) {
        return new CheckboxOption(id, StoredChoices.label(id), Messages.StoredChoices_unknown_description(), true);
    }
}
