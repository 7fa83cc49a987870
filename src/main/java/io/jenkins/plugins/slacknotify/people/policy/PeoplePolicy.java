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
 * What the administrator has decided about messages to people. {@link PeopleInputValidator} has words for what cannot be meant so; what
 * gets in here nevertheless fits nothing.
 *
 * @param notified who is told of a build that completes; empty where nobody is, as long as no job asks for it
 * @param mandatory kinds of event that nobody who is involved can do without, whatever their preferences
 * @param ignored patterns for addresses of commits behind which is no person, such as {@code *@users.noreply.github.com};
 *     {@code *} is any text on one side of the {@code @}
 * @param withoutAccount domains whose addresses may be told though no account has them; empty by default
 * @param aliases the first that fits counts
 */
public record PeoplePolicy(
        Set<Involvement> notified,
        Set<EventKind> mandatory,
        List<String> ignored,
        Set<String> withoutAccount,
        List<Alias> aliases) {

    /** Addresses of bots, and those that services put in the place of somebody's own. */
    public static final List<String> STANDARD_IGNORED = List.of(
            "*[bot]@*",
            "*noreply@*",
            "*no-reply@*",
            "donotreply@*",
            "do-not-reply@*",
            "*@noreply.*",
            "*@users.noreply.*",
            "*@localhost");

    /** Nobody is told but those whom a job asks for. */
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

    /** Those who are told of every build that completes. */
    public Addressees addressees() {
        return new Addressees(notified, List.of());
    }

    /** Whether everybody who is involved is told, whatever their preferences. */
    public boolean isMandatory(BuildEvent event) {
        return !Collections.disjoint(mandatory, event.kinds());
    }

    /**
     * Whether there is no person behind a commit, by its address or because its author's name ends in {@code [bot]}. An alias
     * for exactly this address says that there is one.
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
     * Whether an address may be told though no account has it. Its domain must be in the list, in any case; a subdomain must
     * be there itself, as it may be in other hands. Anything but a plain address of one {@code @} never may.
     */
    public boolean allowsWithoutAccount(String address) {
        return MailAddress.parse(address)
                .filter(mail -> withoutAccount.stream().anyMatch(mail.domain()::equalsIgnoreCase))
                .isPresent();
    }

    /**
     * Where somebody is found in Slack.
     *
     * @return an address or a Slack member id; empty where no alias fits
     */
    public Optional<String> alias(String addressOrAccountId) {
        return aliases.stream()
                .flatMap(alias -> alias.resolve(addressOrAccountId).stream())
                .findFirst();
    }
}
