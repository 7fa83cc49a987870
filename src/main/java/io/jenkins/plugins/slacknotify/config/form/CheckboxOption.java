package io.jenkins.plugins.slacknotify.config.form;

import io.jenkins.plugins.slacknotify.config.Messages;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.build.BranchKind;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A box that a form lets people tick. Has getters, because that is what a view can read. */
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

    /** Of every kind: what a form does not offer is lost when it is saved. */
    public static List<CheckboxOption> ofEvents(Collection<String> chosen) {
        return ofEvents(EventKindLabels.all(), chosen);
    }

    /** Of the kinds that say how a build ended. */
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

    public static List<CheckboxOption> ofInvolvements(Collection<String> chosen) {
        return Stream.of(Involvement.BREAKER, Involvement.REQUESTER, Involvement.COMMITTER, Involvement.CULPRIT)
                .map(one -> new CheckboxOption(one.id(), name(one), description(one), chosen.contains(one.id())))
                .toList();
    }

    public static List<CheckboxOption> ofBranchKinds(Collection<String> chosen) {
        return Stream.of(BranchKind.values())
                .map(kind -> new CheckboxOption(kind.id(), name(kind), description(kind), chosen.contains(kind.id())))
                .toList();
    }

    public static List<CheckboxOption> ofCauses(Collection<String> chosen) {
        return Stream.of(CauseKind.values())
                .map(kind -> new CheckboxOption(kind.id(), name(kind), description(kind), chosen.contains(kind.id())))
                .toList();
    }

    private static String name(BranchKind kind) {
        return switch (kind) {
            case PRIMARY -> Messages.BranchKind_primary();
            case PULL_REQUEST -> Messages.BranchKind_pullRequest();
            case OTHER -> Messages.BranchKind_other();
        };
    }

    private static String description(BranchKind kind) {
        return switch (kind) {
            case PRIMARY -> Messages.BranchKind_primary_description();
            case PULL_REQUEST -> Messages.BranchKind_pullRequest_description();
            case OTHER -> Messages.BranchKind_other_description();
        };
    }

    private static String name(CauseKind kind) {
        return switch (kind) {
            case USER -> Messages.CauseKind_user();
            case SCM -> Messages.CauseKind_scm();
            case TIMER -> Messages.CauseKind_timer();
            case UPSTREAM -> Messages.CauseKind_upstream();
            case OTHER -> Messages.CauseKind_other();
        };
    }

    private static String description(CauseKind kind) {
        return switch (kind) {
            case USER -> Messages.CauseKind_user_description();
            case SCM -> Messages.CauseKind_scm_description();
            case TIMER -> Messages.CauseKind_timer_description();
            case UPSTREAM -> Messages.CauseKind_upstream_description();
            case OTHER -> Messages.CauseKind_other_description();
        };
    }

    private static String name(Involvement involvement) {
        return switch (involvement) {
            case COMMITTER -> Messages.Involvement_committers();
            case CULPRIT -> Messages.Involvement_culprits();
            case BREAKER -> Messages.Involvement_breakers();
            case REQUESTER -> Messages.Involvement_requester();
        };
    }

    private static String description(Involvement involvement) {
        return switch (involvement) {
            case COMMITTER -> Messages.Involvement_committers_description();
            case CULPRIT -> Messages.Involvement_culprits_description();
            case BREAKER -> Messages.Involvement_breakers_description();
            case REQUESTER -> Messages.Involvement_requester_description();
        };
    }

    /** The name as it is written in configuration files. */
    public String getId() {
        return id;
    }

    /** One or two words. */
    public String getName() {
        return name;
    }

    /** What is meant. */
    public String getDescription() {
        return description;
    }

    public boolean isChosen() {
        return chosen;
    }
}
