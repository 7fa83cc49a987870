package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jenkins.model.Jenkins;

/** Checks of fields in the forms of destinations and rules, for users who may change them. */
public final class RuleFormChecks {
    private RuleFormChecks() {}

    /**
     * Requires the permission to change the form.
     *
     * @param item the job or folder of the page; null for the page of the system
     */
    public static void require(@CheckForNull Item item) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        } else {
            item.checkPermission(Item.CONFIGURE);
        }
    }

    /**
     * The elements of a job or folder, which saving keeps as they are stored where its form sends them back.
     *
     * @param item null for the page of the system, which has one element alone
     */
    static <T extends ListElement> List<T> stored(@CheckForNull Item item, Function<RuleScopeConfig, List<T>> list) {
        return item == null
                ? List.of()
                : ExtensionList.lookup(RuleScopeProvider.class).stream()
                        .flatMap(provider -> provider.scopeOf(item).stream())
                        .flatMap(scope -> list.apply(scope).stream())
                        .toList();
    }

    static FormValidation check(@CheckForNull Item item, Supplier<?> parser) {
        require(item);
        return FieldValidation.ofParser(parser);
    }

    /** Checks a channel by its name, and by what Slack has refused since. */
    static FormValidation checkChannel(@CheckForNull Item item, String channel) {
        if (channel.isBlank()) {
            require(item);
            return FormValidation.error(Messages.DestinationConfig_noChannel());
        }
        FormValidation checked = check(item, () -> ChannelName.checked(channel));
        if (checked.kind != FormValidation.Kind.OK) {
            return checked;
        }
        return ChannelName.hasCapitals(channel)
                ? FormValidation.warning(ChannelName.capitalsWarning())
                : problemOf(item, channel).map(FormValidation::warning).orElse(checked);
    }

    /** The problem that keeps messages from a channel now. */
    private static Optional<String> problemOf(@CheckForNull Item item, String channel) {
        String label = new Destination(null, channel).label();
        return ExtensionList.lookup(ChannelProblemFinder.class).stream()
                .flatMap(finder -> finder.findProblem(item, label).stream())
                .findFirst();
    }

    /** Warns of names that are no group, no e-mail address and no account of this Jenkins. */
    static FormValidation checkPeople(@CheckForNull Item item, List<String> people) {
        require(item);
        List<String> unknown = people.stream()
                .filter(name -> Involvement.find(name).findAny().isEmpty())
                .filter(MentionValidator::isUnknown)
                .toList();
        return unknown.isEmpty()
                ? FormValidation.ok()
                : FormValidation.warning(
                        Messages.RuleConfig_unknownPeople(String.join(", ", unknown), Involvement.listed()));
    }

    /**
     * The choices of a field for one severity.
     *
     * @param none the label of the empty choice
     */
    public static ListBoxModel severities(String none) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(none, "");
        EnumSet.allOf(Severity.class).forEach(severity -> choices.add(severity.id(), severity.id()));
        return choices;
    }

    /**
     * The choices of a field for the least severity that counts.
     *
     * @param all the label of the empty choice
     */
    static ListBoxModel severitiesFrom(String all) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(all, "");
        EnumSet.range(Severity.NOTICE, Severity.CRITICAL)
                .forEach(severity -> choices.add(Messages.RuleFormChecks_from(severity.id()), severity.id()));
        return choices;
    }
}
