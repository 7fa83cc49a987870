package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.User;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** What the forms of destinations and rules say at their fields, for whoever may change what stands there. */
final class RuleFormChecks {
    private RuleFormChecks() {}

    /** @param item the job or folder whose page it is; null for the page of the system */
    static void require(@CheckForNull Item item) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        } else {
            item.checkPermission(Item.CONFIGURE);
        }
    }

    /** A refusal becomes a message at the field. */
    static FormValidation check(@CheckForNull Item item, Supplier<?> reading) {
        require(item);
        try {
            reading.get();
            return FormValidation.ok();
        } catch (IllegalArgumentException refusal) {
            return FormValidation.error(refusal.getMessage());
        }
    }

    /** What is wrong with a channel by its name, or is known to be since something was told there. */
    static FormValidation checkChannel(@CheckForNull Item item, String channel) {
        if (channel.isBlank()) {
            require(item);
            return FormValidation.error(Messages.NamedDestination_noChannel());
        }
        FormValidation checked = check(item, () -> ChannelName.checked(channel));
        if (checked.kind != FormValidation.Kind.OK) {
            return checked;
        }
        return ChannelName.hasCapitals(channel)
                ? FormValidation.warning(Messages.NamedDestination_capitals())
                : troubleWith(channel).map(FormValidation::warning).orElse(checked);
    }

    /** What keeps messages from a channel now. */
    private static Optional<String> troubleWith(String channel) {
        String label = new Destination(null, channel).label();
        return ExtensionList.lookup(ChannelProblemFinder.class).stream()
                .flatMap(trouble -> trouble.findProblem(label).stream())
                .findFirst();
    }

    /** Whoever is none of those who can be told in person, as far as that is known. */
    static FormValidation checkPeople(@CheckForNull Item item, List<String> people) {
        require(item);
        List<String> unknown = people.stream()
                .filter(name -> Involvement.find(name).findAny().isEmpty())
                .filter(name -> !name.contains("@") && User.getById(name, false) == null)
                .toList();
        String groups = Arrays.stream(Involvement.values()).map(Involvement::id).collect(Collectors.joining(", "));
        return unknown.isEmpty()
                ? FormValidation.ok()
                : FormValidation.warning(Messages.NotificationRule_unknownPeople(String.join(", ", unknown), groups));
    }

    /** An account may be made later, so that there is none is no more than a warning. */
    static FormValidation checkMention(@CheckForNull Item item, List<String> names) {
        FormValidation checked = check(item, () -> MentionValidator.problem(names));
        return checked.kind == FormValidation.Kind.OK
                ? MentionValidator.problem(names).map(FormValidation::warning).orElse(checked)
                : checked;
    }

    /** @param none what it means to choose none */
    static ListBoxModel severities(String none) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(none, "");
        EnumSet.allOf(Severity.class).forEach(severity -> choices.add(severity.id(), severity.id()));
        return choices;
    }

    /** @param all what it means to choose none */
    static ListBoxModel severitiesFrom(String all) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(all, "");
        EnumSet.range(Severity.NOTICE, Severity.CRITICAL)
                .forEach(severity -> choices.add(Messages.RuleChecks_from(severity.id()), severity.id()));
        return choices;
    }
}
