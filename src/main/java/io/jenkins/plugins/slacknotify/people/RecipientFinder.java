package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.directory.SlackDirectory;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import io.jenkins.plugins.slacknotify.slack.SlackUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out who in Slack is to be told of a build: those whom it is for, who may see the job at this moment, and who want to
 * hear of it. Slack is asked for nobody else.
 *
 * <p>Guarantees that nobody is told by an account that may not see the job, that nobody without account is told but under an
 * address of a domain that needs none (or whose alias is of such a domain), and that each member of the workspace is told
 * once. {@link SlackLookupKeys} says why a forged author of a commit gains nothing.
 *
 * <p>Not guaranteed is that an account's own mail address is its owner's: whoever enters another's sends that person what they
 * may read themselves.
 *
 * <p>Safe for use by many threads, as far as the ports are; blocks for as long as they do.
 */
public final class RecipientFinder {
    private final AccountDirectory accounts;
    private final SlackDirectory directory;

    public RecipientFinder(AccountDirectory accounts, SlackDirectory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    /**
     * Finds everybody, or nobody: after the first answer of the directory that tells nothing, it is not asked any more.
     *
     * @return any answer but a success where Slack was asked and did not tell. Then ask again later; what Slack told until then
     *     is for the directory to remember.
     */
    public SlackResult<Recipients> find(SlackConnection connection, RecipientQuery occasion, PeoplePolicy policy) {
        Eligibility admission = new Eligibility(accounts, policy, occasion);
        return find(connection, admission, admission::findExclusion);
    }

    /**
     * Finds those whom a message that others read as well is to mention, by the same rules but for what they want to be told in
     * person: whoever is mentioned decides in Slack what comes of it.
     *
     * @return as {@link #find}
     */
    public SlackResult<Recipients> findMentioned(
            SlackConnection connection, RecipientQuery occasion, PeoplePolicy policy) {
        Eligibility admission = new Eligibility(accounts, policy, occasion);
        return find(connection, admission, admission::findMandatoryExclusion);
    }

    private SlackResult<Recipients> find(
            SlackConnection connection,
            Eligibility admission,
            Function<Candidate, Optional<ExclusionReason>> objection) {
        MemberLookup members = new MemberLookup(directory, connection);
        SlackResult<Recipients> answer = new SlackResult.Success<>(new Recipients(List.of(), Map.of()));
        for (Candidate somebody : admission.candidates()) {
            answer = answer.flatMap(soFar -> objection
                    .apply(somebody)
                    .<SlackResult<Recipients>>map(reason -> new SlackResult.Success<>(soFar.without(reason)))
                    .orElseGet(() -> members.first(SlackLookupKeys.of(somebody, admission.policy()))
                            .map(found -> with(soFar, somebody, found))));
        }
        return answer;
    }

    /** Everybody whom an occasion is for, once, and who of them would not be told. Asks Slack nothing, so it may not know all. */
    public List<AssessedCandidate> assessCandidates(RecipientQuery occasion, PeoplePolicy policy) {
        Eligibility admission = new Eligibility(accounts, policy, occasion);
        List<AssessedCandidate> prospects = new ArrayList<>();
        admission
                .candidates()
                .forEach(somebody -> prospects.add(
                        somebody.assessedAs(admission.findExclusion(somebody).orElse(null))));
        return prospects;
    }

    private static Recipients with(Recipients soFar, Candidate somebody, Optional<SlackUser> found) {
        if (found.isEmpty()) {
            return soFar.without(ExclusionReason.NOT_IN_SLACK);
        }
        SlackUser user = found.get();
        if (user.isReachable()) {
            return soFar.with(somebody.toRecipient(user.id()));
        }
        return soFar.without(user.bot() ? ExclusionReason.NO_PERSON : ExclusionReason.DEACTIVATED);
    }
}
