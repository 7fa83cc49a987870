package io.jenkins.plugins.slacknotify.config.form;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.build.BranchKind;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A checkbox of a form, with its id, its labels and its state. A view reads it through the getters. */
public final class CheckboxOption {
    private final String id;
    private final String name;
    private final String description;
    private final boolean chosen;

    private CheckboxOption(String id, String name, String description, boolean chosen) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.chosen = chosen;
    }

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
        return offered.stream()
                .map(kind -> new CheckboxOption(
                        kind.id(),
                        EventKindLabels.name(kind),
                        EventKindLabels.description(kind),
                        chosen.contains(kind.id())))
                .toList();
    }

    /**
     * The checkboxes of the involvements, the most useful first.
     *
     * @param chosen the ids of those that are ticked
     */
    public static List<CheckboxOption> ofInvolvements(Collection<String> chosen) {
        return Stream.of(Involvement.BREAKER, Involvement.REQUESTER, Involvement.COMMITTER, Involvement.CULPRIT)
                .map(one -> new CheckboxOption(one.id(), name(one), description(one), chosen.contains(one.id())))
                .toList();
    }

    /**
     * The checkboxes of the kinds of branch.
     *
     * @param chosen the ids of those that are ticked
     */
    public static List<CheckboxOption> ofBranchKinds(Collection<String> chosen) {
        return Stream.of(BranchKind.values())
                .map(kind -> new CheckboxOption(kind.id(), name(kind), description(kind), chosen.contains(kind.id())))
                .toList();
    }

    /**
     * The checkboxes of the kinds of cause.
     *
     * @param chosen the ids of those that are ticked
     */
    public static List<CheckboxOption> ofCauses(Collection<String> chosen) {
        return Stream.of(CauseKind.values())
                .map(kind -> new CheckboxOption(kind.id(), name(kind), description(kind), chosen.contains(kind.id())))
                .toList();
    }

    /**
     * The checkboxes of the abilities.
     *
     * @param chosen the ids of those that are ticked
     */
    public static List<CheckboxOption> ofAbilities(Collection<String> chosen) {
        return Stream.of(Ability.values())
                .map(one -> new CheckboxOption(one.id(), name(one), description(one), chosen.contains(one.id())))
                .toList();
    }

    /** A ticked box for an id that is stored and that this version does not know. */
    static CheckboxOption unknown(String id) {
        return new CheckboxOption(id, StoredChoices.label(id), Messages.StoredChoices_unknown_description(), true);
    }

    private static String name(Ability ability) {
        return switch (ability) {
            case COMMANDS -> Messages.CheckboxOption_ability_commands();
            case BUTTONS -> Messages.CheckboxOption_ability_buttons();
            case PREVIEWS -> Messages.CheckboxOption_ability_previews();
            case HOME -> Messages.CheckboxOption_ability_home();
        };
    }

    private static String description(Ability ability) {
        return switch (ability) {
            case COMMANDS -> Messages.CheckboxOption_ability_commands_description();
            case BUTTONS -> Messages.CheckboxOption_ability_buttons_description();
            case PREVIEWS -> Messages.CheckboxOption_ability_previews_description();
            case HOME -> Messages.CheckboxOption_ability_home_description();
        };
    }

    private static String name(BranchKind kind) {
        return switch (kind) {
            case PRIMARY -> Messages.CheckboxOption_branchKind_primary();
            case PULL_REQUEST -> Messages.CheckboxOption_branchKind_pullRequest();
            case OTHER -> Messages.CheckboxOption_branchKind_other();
        };
    }

    private static String description(BranchKind kind) {
        return switch (kind) {
            case PRIMARY -> Messages.CheckboxOption_branchKind_primary_description();
            case PULL_REQUEST -> Messages.CheckboxOption_branchKind_pullRequest_description();
            case OTHER -> Messages.CheckboxOption_branchKind_other_description();
        };
    }

    private static String name(CauseKind kind) {
        return switch (kind) {
            case USER -> Messages.CheckboxOption_causeKind_user();
            case SCM -> Messages.CheckboxOption_causeKind_scm();
            case TIMER -> Messages.CheckboxOption_causeKind_timer();
            case UPSTREAM -> Messages.CheckboxOption_causeKind_upstream();
            case OTHER -> Messages.CheckboxOption_causeKind_other();
        };
    }

    private static String description(CauseKind kind) {
        return switch (kind) {
            case USER -> Messages.CheckboxOption_causeKind_user_description();
            case SCM -> Messages.CheckboxOption_causeKind_scm_description();
            case TIMER -> Messages.CheckboxOption_causeKind_timer_description();
            case UPSTREAM -> Messages.CheckboxOption_causeKind_upstream_description();
            case OTHER -> Messages.CheckboxOption_causeKind_other_description();
        };
    }

    private static String name(Involvement involvement) {
        return switch (involvement) {
            case COMMITTER -> Messages.CheckboxOption_involvement_committers();
            case CULPRIT -> Messages.CheckboxOption_involvement_culprits();
            case BREAKER -> Messages.CheckboxOption_involvement_breakers();
            case REQUESTER -> Messages.CheckboxOption_involvement_requester();
        };
    }

    private static String description(Involvement involvement) {
        return switch (involvement) {
            case COMMITTER -> Messages.CheckboxOption_involvement_committers_description();
            case CULPRIT -> Messages.CheckboxOption_involvement_culprits_description();
            case BREAKER -> Messages.CheckboxOption_involvement_breakers_description();
            case REQUESTER -> Messages.CheckboxOption_involvement_requester_description();
        };
    }

    /** The id in configuration files. */
    public String getId() {
        return id;
    }

    /** The label: one or two words. */
    public String getName() {
        return name;
    }

    /** The explanation beside the label. */
    public String getDescription() {
        return description;
    }

    /** Returns whether the box is ticked. */
    public boolean isChosen() {
        return chosen;
    }
}
