package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.stored.StoredPeople.StoredAddressees;
import io.jenkins.plugins.slacknotify.routing.RuleOrigin;
import java.util.List;
import java.util.Optional;

/** The stored form of a {@link PeopleLookup.NamedBy}. */
record StoredNamedBy(StoredRule rule, StoredAddressees addressees) {
    /** Null where no rule names anybody. */
    @CheckForNull
    static List<StoredNamedBy> of(List<PeopleLookup.NamedBy> namedBy) {
        return namedBy.isEmpty()
                ? null
                : namedBy.stream()
                        .map(it -> new StoredNamedBy(StoredRule.of(it.rule()), StoredAddressees.of(it.addressees())))
                        .toList();
    }

    /** Empty where this version does not know the rule's scope: the messages are worth more than where they come from. */
    Optional<PeopleLookup.NamedBy> toNamedBy() {
        RuleOrigin origin = rule == null ? null : rule.toOrigin();
        return origin == null || addressees == null
                ? Optional.empty()
                : Optional.of(new PeopleLookup.NamedBy(origin, addressees.toAddressees()));
    }
}
