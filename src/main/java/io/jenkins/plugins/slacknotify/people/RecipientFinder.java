package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.slack.Answer;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
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
 * once. {@link SlackNames} says why a forged author of a commit gains nothing.
 *
 * <p>Not guaranteed is that an account's own mail address is its owner's: whoever enters another's sends that person what they
 * may read themselves.
 *
 * <p>Safe for use by many threads, as far as the ports are; blocks for as long as they do.
 */
public final class RecipientFinder {
    private final Accounts accounts;
    private final SlackDirectory directory;

    public RecipientFinder(Accounts accounts, SlackDirectory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    /**
     * Finds everybody, or nobody: after the first answer of the directory that tells nothing, it is not asked any more.
     *
     * @return any answer but a success where Slack was asked and did not tell. Then ask again later; what Slack told until then
     *     is for the directory to remember.
     */
    public Answer<Recipients> find(SlackConnection connection, Occasion occasion, PeoplePolicy policy) {
        Admission admission = new Admission(accounts, policy, occasion);
        return find(connection, admission, admission::objectionTo);
    }

    /**
     * Finds those whom a message that others read as well is to mention, by the same rules but for what they want to be told in
     * person: whoever is mentioned decides in Slack what comes of it.
     *
     * @return as {@link #find}
     */
    public Answer<Recipients> findMentioned(SlackConnection connection, Occasion occasion, PeoplePolicy policy) {
        Admission admission = new Admission(accounts, policy, occasion);
        return find(connection, admission, admission::obstacleTo);
    }

    private Answer<Recipients> find(
            SlackConnection connection, Admission admission, Function<Somebody, Optional<LeftOut>> objection) {
        Members members = new Members(directory, connection);
        Answer<Recipients> answer = new Answer.Success<>(new Recipients(List.of(), Map.of()));
        for (Somebody somebody : admission.people()) {
            answer = answer.flatMap(soFar -> objection
                    .apply(somebody)
                    .<Answer<Recipients>>map(reason -> new Answer.Success<>(soFar.without(reason)))
                    .orElseGet(() -> members.first(SlackNames.of(somebody, admission.policy()))
                            .map(found -> with(soFar, somebody, found))));
        }
        return answer;
    }

    /** Everybody whom an occasion is for, once, and who of them would not be told. Asks Slack nothing, so it may not know all. */
    public List<Prospect> prospects(Occasion occasion, PeoplePolicy policy) {
        Admission admission = new Admission(accounts, policy, occasion);
        List<Prospect> prospects = new ArrayList<>();
        admission
                .people()
                .forEach(somebody -> prospects.add(
                        somebody.prospect(admission.objectionTo(somebody).orElse(null))));
        return prospects;
    }

    private static Recipients with(Recipients soFar, Somebody somebody, Optional<SlackUser> found) {
        if (found.isEmpty()) {
            return soFar.without(LeftOut.NOT_IN_SLACK);
        }
        SlackUser user = found.get();
        if (user.isReachable()) {
            return soFar.with(somebody.as(user.id()));
        }
        return soFar.without(user.bot() ? LeftOut.NO_PERSON : LeftOut.DEACTIVATED);
    }
}
