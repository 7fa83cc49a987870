package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Involvement;
import java.util.List;
import java.util.Set;

/**
 * What the administrator has decided about messages to people.
 *
 * @param told who is told of a build that completes; empty where nobody is, as long as no job asks for it
 * @param mandatory kinds of event that nobody can do without, whatever their preferences
 * @param ignored patterns for addresses of commits behind which is no person, such as {@code *@users.noreply.github.com}
 * @param withoutAccount domains whose addresses may be told though no account has them; empty by default
 * @param aliases the first that fits counts
 */
public record PeoplePolicy(
        Set<Involvement> told,
        Set<EventKind> mandatory,
        List<String> ignored,
        Set<String> withoutAccount,
        List<Alias> aliases) {

    /** Nobody is told but those whom a job asks for. */
    public static final PeoplePolicy NOBODY = new PeoplePolicy(Set.of(), Set.of(), List.of(), Set.of(), List.of());
}
