package io.jenkins.plugins.slacknotify.people.policy;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.event.text.Glob;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The administrator's decisions about notifications in person. {@link PeopleInputValidator} validates what is entered; invalid
 * patterns that get in here nevertheless match nothing.
 *
 * @param notified who is notified of each completed build; empty where nobody is unless a job requests it
 * @param mandatory kinds of event of which everybody involved is notified, whatever their preferences
 * @param ignored patterns for addresses of commits that are no person's, such as {@code *@users.noreply.github.com};
 *     {@code *} is any text on one side of the {@code @}
 * @param withoutAccount domains whose addresses may be notified though no account has them; empty by default
 * @param aliases the first that matches counts
 */
public record PeoplePolicy(
        Set<Involvement> notified,
        Set<EventKind> mandatory,
        List<String> ignored,
        Set<String> withoutAccount,
        List<Alias> aliases) {

    /** Patterns for addresses of bots, and for those that services put in the place of a person's own. */
    public static final List<String> STANDARD_IGNORED = List.of(
            "*[bot]@*",
            "*noreply@*",
            "*no-reply@*",
            "donotreply@*",
            "do-not-reply@*",
            "*@noreply.*",
            "*@users.noreply.*",
            "*@localhost");

    /** The policy that notifies nobody except whom a job requests. */
    public static final PeoplePolicy NOBODY =
            new PeoplePolicy(Set.of(), Set.of(), STANDARD_IGNORED, Set.of(), List.of());

    /** The end of the names that GitHub gives to apps, such as {@code dependabot[bot]}. */
    private static final String BOT = "[bot]";

    public PeoplePolicy {
        notified = Set.copyOf(notified);
        mandatory = Set.copyOf(mandatory);
        ignored = List.copyOf(ignored);
        withoutAccount = Set.copyOf(withoutAccount);
        aliases = List.copyOf(aliases);
    }

    /** The addressees of every completed build. */
    public Addressees addressees() {
        return new Addressees(notified, List.of());
    }

    /** Whether everybody involved is notified of an event, whatever their preferences. */
    public boolean isMandatory(BuildEvent event) {
        return !Collections.disjoint(mandatory, event.kinds());
    }

    /**
     * Whether the author of a commit is no person, by the address or because the name ends in {@code [bot]}. An alias for
     * exactly this address says that it is a person.
     */
    public boolean ignores(Person person) {
        String address = person.address();
        if (address == null) {
            return person.name().endsWith(BOT);
        }
        return aliases.stream().noneMatch(alias -> alias.matchesExactly(address))
                && (person.name().endsWith(BOT) || ignores(address));
    }

    private boolean ignores(String address) {
        return ignored.stream().anyMatch(pattern -> Glob.forAddresses(pattern).matches(address));
    }

    /**
     * Whether an address may be notified though no account has it. Its domain must be in the list, in any case; a subdomain
     * must be there itself, as it may be in other hands. Anything but a plain address of one {@code @} never may.
     */
    public boolean allowsWithoutAccount(String address) {
        return MailAddress.parse(address)
                .filter(mail -> withoutAccount.stream().anyMatch(mail.domain()::equalsIgnoreCase))
                .isPresent();
    }

    /**
     * Resolves the alias of an address or account id.
     *
     * @return an address or a Slack member id; empty where no alias matches
     */
    public Optional<String> alias(String addressOrAccountId) {
        return Alias.resolve(aliases, addressOrAccountId);
    }
}
