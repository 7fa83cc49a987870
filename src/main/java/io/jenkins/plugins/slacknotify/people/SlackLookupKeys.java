package io.jenkins.plugins.slacknotify.people;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.people.account.Account;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which addresses and member ids somebody may be looked for in Slack: the surest first.
 *
 * <p>The author of a commit can write any name and address into it. Whoever is taken for the owner of an account, perhaps by
 * the name alone, is therefore told at what the account or the administrator says, and not at the commit's address, which
 * may be a stranger's: a forged author must not carry a job's details to anybody but the account's owner. The one exception
 * is an account with nothing to find its owner by, and a commit's address of a domain of which the administrator has said
 * that its addresses may be told without any account.
 */
final class SlackLookupKeys {
    private SlackLookupKeys() {}

    /** @return empty where there is no address or id at which somebody may be told */
    static List<String> of(Candidate somebody, PeoplePolicy policy) {
        Account account = somebody.account();
        return (account == null ? ofAddresses(somebody, policy) : ofAccount(account, somebody, policy))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private static Stream<String> ofAccount(Account account, Candidate somebody, PeoplePolicy policy) {
        boolean hasNone = account.slack() == null && account.mail() == null;
        Stream<String> ofCommits = hasNone ? somebody.addresses().filter(policy::allowsWithoutAccount) : Stream.empty();
        return Stream.of(
                        known(account.slack()),
                        known(account.mail()),
                        ofCommits,
                        known(account.mail()).flatMap(mail -> policy.alias(mail).stream()),
                        policy.alias(account.id()).stream())
                .flatMap(names -> names);
    }

    private static Stream<String> ofAddresses(Candidate somebody, PeoplePolicy policy) {
        return somebody.addresses().flatMap(address -> ofAddress(address, policy));
    }

    /** An address that is not allowed is not asked for even where its alias is allowed. */
    private static Stream<String> ofAddress(String address, PeoplePolicy policy) {
        Optional<String> alias = policy.alias(address);
        if (policy.allowsWithoutAccount(address)) {
            return Stream.concat(Stream.of(address), alias.stream());
        }
        return alias.filter(policy::allowsWithoutAccount).stream();
    }

    private static Stream<String> known(@CheckForNull String name) {
        return Stream.ofNullable(name);
    }
}
