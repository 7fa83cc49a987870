package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.account.Account;
import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.people.policy.PreferenceObjection;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The check of who may be notified and who wants to be, before Slack is asked for anybody. It is the place of the rules: an
 * account that may see the job, or an address that needs none; the person's own preferences; the administrator's exceptions.
 */
record Eligibility(AccountDirectory accounts, PeoplePolicy policy, RecipientQuery query) {

    /** Everybody whom the query addresses, once, with their accounts. */
    Iterable<Candidate> candidates() {
        return Candidate.merged(query.people().stream().flatMap(this::withAccounts), Candidate::key);
    }

    /** The first reason not to notify a candidate; empty where there is none. */
    Optional<ExclusionReason> findExclusion(Candidate candidate) {
        return findMandatoryExclusion(candidate)
                .or(() -> findObjection(candidate).map(objection -> reason(objection, candidate.preferences())));
    }

    /** The first reason not to notify a candidate other than their own wish; empty where there is none. */
    Optional<ExclusionReason> findMandatoryExclusion(Candidate candidate) {
        if (isIgnored(candidate)) {
            return Optional.of(ExclusionReason.NO_PERSON);
        }
        Account account = candidate.account();
        if (account == null && SlackLookupKeys.of(candidate, policy).isEmpty()) {
            return Optional.of(ExclusionReason.NO_ACCOUNT);
        }
        if (account != null && !accounts.mayRead(account.id(), query.event().key())) {
            return Optional.of(ExclusionReason.MAY_NOT_READ);
        }
        return Optional.empty();
    }

    private Stream<Candidate> withAccounts(Candidate candidate) {
        if (isIgnored(candidate)) {
            return Stream.of(candidate);
        }
        if (candidate.member() != null) {
            List<Account> owners = accounts.findMember(candidate.member());
            return owners.isEmpty() ? Stream.of(candidate) : owners.stream().map(candidate::withAccount);
        }
        List<Account> found =
                candidate.persons().stream().flatMap(this::accountsOf).toList();
        return found.isEmpty() ? Stream.of(candidate) : found.stream().map(candidate::withAccount);
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

    // Somebody with an account is surely a person, and somebody who is named is notified in any case.
    private boolean isIgnored(Candidate candidate) {
        return candidate.account() == null
                && !candidate.named()
                && candidate.persons().stream().allMatch(person -> person.account() == null && policy.ignores(person));
    }

    private Optional<PreferenceObjection> findObjection(Candidate candidate) {
        if (!candidate.involvements().isEmpty() && policy.isMandatory(query.event())) {
            return Optional.empty();
        }
        Preferences preferences = candidate.preferences();
        return query.requestedByJob() || candidate.named()
                ? preferences.findObjection(query.job(), query.now())
                : preferences.findObjection(query.event(), query.severity(), candidate.involvements(), query.now());
    }

    private static ExclusionReason reason(PreferenceObjection objection, Preferences preferences) {
        return switch (objection) {
            case PAUSE -> ExclusionReason.PAUSED;
            case QUIET_JOB -> ExclusionReason.QUIET_JOB;
            case SEVERITY ->
                preferences.own() ? ExclusionReason.MORE_SEVERE_CHOSEN : ExclusionReason.MORE_SEVERE_BY_DEFAULT;
            case EVENT ->
                preferences.own() ? ExclusionReason.OTHER_EVENTS_CHOSEN : ExclusionReason.OTHER_EVENTS_BY_DEFAULT;
        };
    }
}
