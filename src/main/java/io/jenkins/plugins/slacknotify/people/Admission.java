package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.event.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides who may and who shall be told of an occasion, before Slack is asked for anybody. */
record Admission(Accounts accounts, PeoplePolicy policy, Occasion occasion) {

    /** Everybody whom the occasion is for, once. */
    Iterable<Somebody> people() {
        return Somebody.merged(occasion.people().stream().flatMap(this::withAccounts), Somebody::key);
    }

    /** The first reason for which somebody is not told; empty where nothing is against it. */
    Optional<LeftOut> objectionTo(Somebody somebody) {
        return obstacleTo(somebody)
                .or(() -> isWanted(somebody) ? Optional.empty() : Optional.of(LeftOut.DOES_NOT_WANT));
    }

    /** The first reason that is not somebody's own wish. */
    Optional<LeftOut> obstacleTo(Somebody somebody) {
        if (isIgnored(somebody)) {
            return Optional.of(LeftOut.NO_PERSON);
        }
        Account account = somebody.account();
        if (account == null && SlackNames.of(somebody, policy).isEmpty()) {
            return Optional.of(LeftOut.NO_ACCOUNT);
        }
        if (account != null && !accounts.mayRead(account.id(), occasion.job())) {
            return Optional.of(LeftOut.MAY_NOT_READ);
        }
        return Optional.empty();
    }

    private Stream<Somebody> withAccounts(Somebody somebody) {
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
    private boolean isIgnored(Somebody somebody) {
        return somebody.account() == null
                && !somebody.named()
                && somebody.persons().stream().allMatch(person -> person.account() == null && policy.ignores(person));
    }

    private boolean isWanted(Somebody somebody) {
        if (!somebody.involvements().isEmpty() && policy.isMandatory(occasion.event())) {
            return true;
        }
        Preferences preferences = somebody.preferences();
        return occasion.askedByJob() || somebody.named()
                ? preferences.isOpenTo(occasion.job(), occasion.now())
                : preferences.wants(occasion.event(), occasion.severity(), somebody.involvements(), occasion.now());
    }
}
