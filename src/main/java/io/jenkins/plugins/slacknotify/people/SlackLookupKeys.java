package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.people.account.Account;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The addresses and member ids under which a candidate may be looked up in Slack, the most certain first.
 *
 * <p>The author of a commit can write any name and address into it. Whoever is taken for the owner of an account, perhaps by
 * the name alone, is therefore notified at what the account or the administrator says, and not at the commit's address,
 * which may be a stranger's: a forged author must not carry a job's details to anybody but the account's owner. The one
 * exception is an account with nothing to find its owner by, and a commit's address of a domain of which the administrator has
 * said that its addresses may be notified without an account.
 */
final class SlackLookupKeys {
    private SlackLookupKeys() {}

    /** Lists the keys of a candidate; empty where there is no address or id at which the candidate may be notified. */
    static List<String> of(Candidate candidate, PeoplePolicy policy) {
        Account account = candidate.account();
        return (account == null ? ofAddresses(candidate, policy) : ofAccount(account, candidate, policy))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private static Stream<String> ofAccount(Account account, Candidate candidate, PeoplePolicy policy) {
        boolean hasNoName = account.slack() == null && account.mail() == null;
        Stream<String> ofCommits =
                hasNoName ? candidate.addresses().filter(policy::allowsWithoutAccount) : Stream.empty();
        return Stream.of(
                        Stream.ofNullable(account.slack()),
                        Stream.ofNullable(account.mail()),
                        ofCommits,
                        Stream.ofNullable(account.mail()).flatMap(mail -> policy.alias(mail).stream()),
                        policy.alias(account.id()).stream())
                .flatMap(names -> names);
    }

    private static Stream<String> ofAddresses(Candidate candidate, PeoplePolicy policy) {
        return candidate.addresses().flatMap(address -> ofAddress(address, policy));
    }

    // An address that is not allowed is not looked up even where its alias is allowed.
    private static Stream<String> ofAddress(String address, PeoplePolicy policy) {
        Optional<String> alias = policy.alias(address);
        if (policy.allowsWithoutAccount(address)) {
            return Stream.concat(Stream.of(address), alias.stream());
        }
        return alias.filter(policy::allowsWithoutAccount).stream();
    }
}
