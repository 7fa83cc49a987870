package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.account.Account;
import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides who may and who shall be told of an occasion, before Slack is asked for anybody. */
record Eligibility(AccountDirectory accounts, PeoplePolicy policy, RecipientQuery occasion) {

    /** Everybody whom the occasion is for, once. */
    Iterable<Candidate> candidates() {
        return Candidate.merged(occasion.people().stream().flatMap(this::withAccounts), Candidate::key);
    }

    /** The first reason for which somebody is not told; empty where nothing is against it. */
    Optional<ExclusionReason> findExclusion(Candidate somebody) {
        return findMandatoryExclusion(somebody)
                .or(() -> isWanted(somebody) ? Optional.empty() : Optional.of(ExclusionReason.DOES_NOT_WANT));
    }

    /** The first reason that is not somebody's own wish. */
    Optional<ExclusionReason> findMandatoryExclusion(Candidate somebody) {
        if (isIgnored(somebody)) {
            return Optional.of(ExclusionReason.NO_PERSON);
        }
        Account account = somebody.account();
        if (account == null && SlackLookupKeys.of(somebody, policy).isEmpty()) {
            return Optional.of(ExclusionReason.NO_ACCOUNT);
        }
        if (account != null && !accounts.mayRead(account.id(), occasion.job())) {
            return Optional.of(ExclusionReason.MAY_NOT_READ);
        }
        return Optional.empty();
    }

    private Stream<Candidate> withAccounts(Candidate somebody) {
        if (isIgnored(somebody)) {
            return Stream.of(somebody);
        }
        List<Account> found =
                somebody.persons().stream().flatMap(this::accountsOf).toList();
        return found.isEmpty() ? Stream.of(somebody) : found.stream().map(somebody::withAccount);
    }

    private Stream<Account> accountsOf(Person person) {
        List<Account> found = accounts.find(person);
        return found.isEmpty() ? accountsOfAlias(person) : found.stream();
    }

    private Stream<Account> accountsOfAlias(Person person) {
        return Optional.ofNullable(person.address())
                .flatMap(policy::alias)
                .map(alias -> accounts.find(new Person(person.account(), person.name(), alias)).stream())
                .orElseGet(Stream::empty);
    }

    /** Whoever has an account is a person, and whoever is named is meant. */
    private boolean isIgnored(Candidate somebody) {
        return somebody.account() == null
                && !somebody.named()
                && somebody.persons().stream().allMatch(person -> person.account() == null && policy.ignores(person));
    }

    private boolean isWanted(Candidate somebody) {
        if (!somebody.involvements().isEmpty() && policy.isMandatory(occasion.event())) {
            return true;
        }
        Preferences preferences = somebody.preferences();
        return occasion.requestedByJob() || somebody.named()
                ? preferences.allowsJob(occasion.job(), occasion.now())
                : preferences.wants(occasion.event(), occasion.severity(), somebody.involvements(), occasion.now());
    }
}
