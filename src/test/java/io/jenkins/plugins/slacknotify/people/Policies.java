package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.people.policy.Alias;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Fixture with policies: the standard one, except for what a test sets. */
public final class Policies {
    private Policies() {}

    public static PeoplePolicy allowing(String... domains) {
        return new PeoplePolicy(Set.of(), Set.of(), PeoplePolicy.STANDARD_IGNORED, Set.of(domains), List.of());
    }

    public static PeoplePolicy mandatory(EventKind... kinds) {
        return new PeoplePolicy(Set.of(), Set.of(kinds), PeoplePolicy.STANDARD_IGNORED, Set.of(), List.of());
    }

    public static PeoplePolicy with(Alias... aliases) {
        return with(PeoplePolicy.NOBODY, aliases);
    }

    static PeoplePolicy with(PeoplePolicy policy, Alias... aliases) {
        return new PeoplePolicy(
                policy.notified(),
                policy.mandatory(),
                policy.ignored(),
                policy.withoutAccount(),
                Arrays.asList(aliases));
    }
}
