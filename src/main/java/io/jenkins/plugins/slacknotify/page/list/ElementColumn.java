package io.jenkins.plugins.slacknotify.page.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.config.form.CheckboxOption;
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
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A column of the table of a list, after that of the name.
 *
 * @param heading the heading, in the language of the reader
 * @param lines returns the lines that an element has in this column
 */
record ElementColumn<T>(Supplier<String> heading, Function<T, List<String>> lines) {
    private static final int MAX_TEXT = 80;

    static final List<ElementColumn<RuleConfig>> OF_RULES = List.of(
            new ElementColumn<>(Messages::ElementColumn_for, ElementColumn::conditions),
            new ElementColumn<>(Messages::ElementColumn_tells, ElementColumn::notified),
            new ElementColumn<>(Messages::ElementColumn_severity, rule -> one(rule.getSeverity())),
            new ElementColumn<>(
                    Messages::ElementColumn_last,
                    rule -> rule.isLast() ? List.of(Messages.ElementColumn_yes()) : List.of()));

    static final List<ElementColumn<DestinationConfig>> OF_DESTINATIONS = List.of(
            new ElementColumn<>(Messages::ElementColumn_channel, destination -> one(destination.getChannel())),
            new ElementColumn<>(Messages::ElementColumn_workspace, destination -> one(destination.getWorkspace())),
            new ElementColumn<>(
                    Messages::ElementColumn_from,
                    destination -> one(destination.getMinimumSeverity()).stream()
                            .map(Messages::ElementColumn_orMore)
                            .toList()));

    static final List<ElementColumn<ChannelLimitConfig>> OF_CHANNEL_LIMITS = List.of(
            new ElementColumn<>(Messages::ElementColumn_jobs, ChannelLimitConfig::getJobs),
            new ElementColumn<>(Messages::ElementColumn_channels, ChannelLimitConfig::getChannels));

    static final List<ElementColumn<TemplateConfig>> OF_TEMPLATES = List.of(new ElementColumn<>(
            Messages::ElementColumn_wordings,
            template ->
                    template.getWordings().stream().map(ElementColumn::wording).toList()));

    static final List<ElementColumn<WorkspaceConfig>> OF_WORKSPACES = List.of(
            new ElementColumn<>(Messages::ElementColumn_credential, workspace -> one(workspace.getCredentialsId())),
            new ElementColumn<>(Messages::ElementColumn_team, workspace -> one(workspace.getTeamId())));

    private static List<String> conditions(RuleConfig rule) {
        return rule.isInvalid() ? List.of() : RuleDescriber.conditions(rule.toCondition());
    }

    private static List<String> notified(RuleConfig rule) {
        List<String> notified = new ArrayList<>(rule.getTo());
        if (!rule.getPeople().isEmpty()) {
            notified.add(Messages.ElementColumn_inPerson(String.join(", ", rule.getPeople())));
        }
        return notified;
    }

    private static String wording(WordingConfig wording) {
        String start = Excerpt.truncateWithEllipsis(wording.getText().replace('\n', ' '), MAX_TEXT);
        return wording.getEvents().isEmpty()
                ? start
                : CheckboxOption.names(CheckboxOption.ofEvents(wording.getEvents())) + ": " + start;
    }

    private static List<String> one(@CheckForNull String value) {
        return Util.fixEmptyAndTrim(value) == null ? List.of() : List.of(value);
    }
}
