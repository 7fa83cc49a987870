package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.directory.SlackDirectory;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Finds the members of a Slack workspace to notify in person: those whom a query addresses, who may see the job at this moment,
 * and who want the notification. Slack is asked for nobody else.
 *
 * <p><b>Guaranteed:</b> nobody is notified by way of an account that may not see the job. Nobody without an account is notified
 * except under an address of a domain that needs none, or whose alias is of such a domain. Each member of the workspace is
 * notified once. {@link SlackLookupKeys} says why the forged author of a commit gains nothing.
 *
 * <p><b>Not guaranteed:</b> that an account's own mail address is its owner's. Whoever enters another person's address sends
 * that person what they may read themselves.
 *
 * <p>Safe for use by many threads, as far as the ports are; blocks for as long as they do.
 */
public final class RecipientFinder {
    /** The most candidates for whom Slack may give no answer. If there are more, Slack itself is at fault, and the lookup fails. */
    private static final int MAX_NOT_TOLD = 3;

    private final AccountDirectory accounts;
    private final SlackDirectory directory;

    public RecipientFinder(AccountDirectory accounts, SlackDirectory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    /**
     * Finds the recipients of a query: all of them, or none. After the first result that is no success, the directory is not
     * asked any more.
     *
     * @return any result but a success where Slack was asked and did not answer. Then ask again later; the directory remembers
     *     what Slack has answered until then.
     */
    public SlackResult<Recipients> find(SlackConnection connection, RecipientQuery query, PeoplePolicy policy) {
        return find(connection, query, policy, Eligibility::findExclusion, 0);
    }

    /**
     * Finds the recipients of a query as {@link #find} does, but for a few of whom Slack does not tell who they are: these are
     * {@linkplain ExclusionReason#NOT_TOLD excluded}. Limits are waited for, and what a person has to fix.
     */
    public SlackResult<Recipients> findSome(SlackConnection connection, RecipientQuery query, PeoplePolicy policy) {
        return find(connection, query, policy, Eligibility::findExclusion, MAX_NOT_TOLD);
    }

    /**
     * Finds the people to mention in a message that others read as well. The rules are those of {@link #find}, except that
     * preferences do not count: whoever is mentioned decides in Slack what follows from it.
     *
     * @return as {@link #find} does
     */
    public SlackResult<Recipients> findMentioned(
            SlackConnection connection, RecipientQuery query, PeoplePolicy policy) {
        return find(connection, query, policy, Eligibility::findMandatoryExclusion, 0);
    }

    private SlackResult<Recipients> find(
            SlackConnection connection,
            RecipientQuery query,
            PeoplePolicy policy,
            BiFunction<Eligibility, Candidate, Optional<ExclusionReason>> exclusion,
            int maxNotTold) {
        Eligibility eligibility = new Eligibility(accounts, policy, query);
        MemberLookup members = new MemberLookup(directory, connection);
        SlackResult<Recipients> result = new SlackResult.Success<>(new Recipients(List.of(), Map.of()));
        for (Candidate candidate : eligibility.candidates()) {
            result = result.flatMap(soFar -> exclusion
                    .apply(eligibility, candidate)
                    .<SlackResult<Recipients>>map(reason -> new SlackResult.Success<>(soFar.without(reason)))
                    .orElseGet(() -> {
                        SlackResult<Optional<SlackUser>> found = members.first(SlackLookupKeys.of(candidate, policy));
                        return isNotTold(found) && soFar.count(ExclusionReason.NOT_TOLD) < maxNotTold
                                ? new SlackResult.Success<>(soFar.without(ExclusionReason.NOT_TOLD))
                                : found.map(user -> with(soFar, candidate, user));
                    }));
        }
        return result;
    }

    private static boolean isNotTold(SlackResult<?> result) {
        return result.success().isEmpty()
                && !result.isRefused(Refusal::permanent)
                && !(result instanceof SlackResult.RateLimited<?>);
    }

    /**
     * Lists everybody whom a query addresses, once, with the reasons that exclude them. It does not ask Slack, so it does not
     * know the reasons that only Slack knows.
     */
    public List<AssessedCandidate> assessCandidates(RecipientQuery query, PeoplePolicy policy) {
        Eligibility eligibility = new Eligibility(accounts, policy, query);
        List<AssessedCandidate> assessed = new ArrayList<>();
        eligibility
                .candidates()
                .forEach(candidate -> assessed.add(candidate.assessedAs(
                        eligibility.findExclusion(candidate).orElse(null))));
        return assessed;
    }

    private static Recipients with(Recipients soFar, Candidate candidate, Optional<SlackUser> found) {
        if (found.isEmpty()) {
            return soFar.without(ExclusionReason.NOT_IN_SLACK);
        }
        SlackUser user = found.get();
        if (user.isReachable()) {
            return soFar.with(candidate.toRecipient(user.id()), candidate.preferences());
        }
        return soFar.without(user.bot() ? ExclusionReason.NO_PERSON : ExclusionReason.DEACTIVATED);
    }
}
