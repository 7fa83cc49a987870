package io.jenkins.plugins.slacknotify.page.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.config.form.CheckboxOption;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.rules.ChannelLimitConfig;
import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleDescriber;
import io.jenkins.plugins.slacknotify.config.rules.TemplateConfig;
import io.jenkins.plugins.slacknotify.config.rules.WordingConfig;
import io.jenkins.plugins.slacknotify.config.rules.WorkspaceConfig;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The headings of the tables of elements, and the cells of each element. */
final class ElementCells {
    private static final int MAX_TEXT = 80;

    private ElementCells() {}

    /** The headings after that of the name. */
    static List<String> headings(RoutingList<?> list) {
        return switch (list.id()) {
            case "rules" ->
                List.of(
                        Messages.ElementCells_for(),
                        Messages.ElementCells_tells(),
                        Messages.ElementCells_severity(),
                        Messages.ElementCells_last());
            case "destinations" ->
                List.of(
                        Messages.ElementCells_channel(),
                        Messages.ElementCells_workspace(),
                        Messages.ElementCells_from());
            case "channelLimits" -> List.of(Messages.ElementCells_jobs(), Messages.ElementCells_channels());
            case "templates" -> List.of(Messages.ElementCells_wordings());
            default -> List.of(Messages.ElementCells_credential(), Messages.ElementCells_team());
        };
    }

    /** The cells after that of the name. */
    static List<List<String>> of(ListElement element) {
        if (element instanceof RuleConfig rule) {
            return ofRule(rule);
        }
        if (element instanceof DestinationConfig destination) {
            return List.of(
                    one(destination.getChannel()),
                    one(destination.getWorkspace()),
                    destination.getMinimumSeverity() == null
                            ? List.of()
                            : List.of(Messages.ElementCells_orMore(destination.getMinimumSeverity())));
        }
        if (element instanceof TemplateConfig template) {
            return List.of(
                    template.getWordings().stream().map(ElementCells::wording).toList());
        }
        if (element instanceof ChannelLimitConfig limit) {
            return List.of(limit.getJobs(), limit.getChannels());
        }
        WorkspaceConfig workspace = (WorkspaceConfig) element;
        return List.of(one(workspace.getCredentialsId()), one(workspace.getTeamId()));
    }

    private static List<List<String>> ofRule(RuleConfig rule) {
        List<String> tells = new ArrayList<>(rule.getTo());
        if (!rule.getPeople().isEmpty()) {
            tells.add(Messages.ElementCells_inPerson(String.join(", ", rule.getPeople())));
        }
        return List.of(
                rule.isInvalid() ? List.of() : RuleDescriber.conditions(rule.toCondition()),
                tells,
                one(rule.getSeverity()),
                rule.isLast() ? List.of(Messages.ElementCells_yes()) : List.of());
    }

    private static String wording(WordingConfig wording) {
        String start = Excerpt.truncateWithEllipsis(wording.getText().replace('\n', ' '), MAX_TEXT);
        return wording.getEvents().isEmpty()
                ? start
                : CheckboxOption.names(CheckboxOption.ofEvents(wording.getEvents())) + ": " + start;
    }

    /** The words in an element as they are written in YAML and in commands, where a cell has the names of a form. */
    static Stream<String> ids(ListElement element) {
        if (element instanceof RuleConfig rule) {
            return Stream.of(rule.getEvents(), rule.getBranchKinds(), rule.getCauses())
                    .flatMap(List::stream);
        }
        return element instanceof TemplateConfig template
                ? template.getWordings().stream().flatMap(wording -> wording.getEvents().stream())
                : Stream.empty();
    }

    private static List<String> one(@CheckForNull String value) {
        return Util.fixEmptyAndTrim(value) == null ? List.of() : List.of(value);
    }
}
