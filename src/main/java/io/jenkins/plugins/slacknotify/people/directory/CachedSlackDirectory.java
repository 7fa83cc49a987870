package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import io.jenkins.plugins.slacknotify.slack.SlackUser;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks Slack, and remembers what it said: a person for 7 days; that there is nobody, or nobody to be reached, for 24 hours.
 *
 * <p><b>Guaranteed:</b> what is remembered counts for the workspace alone that said it. That is the workspace of the token,
 * which Slack tells, not of a name that the token has in Jenkins. Threads that ask for the same person with the same token at
 * the same time cost one call. Only a success is remembered: a limit, a refusal or a failure is passed on, and the next
 * question asks again. What no member can have, such as an address without {@code @}, is answered without a call.
 *
 * <p><b>Not guaranteed:</b> that somebody found is still there. Slack finds no deactivated member by an address, but for up to
 * 7 days this does.
 *
 * <p>There is a file for each workspace, with the addresses and ids asked for and the members' ids and names; no token, and
 * nothing else. Where files cannot be written, everything works from memory. Where one cannot be read, it is set aside and
 * Slack is asked anew; both are logged.
 */
public final class CachedSlackDirectory implements SlackDirectory {
    /** A whole company, with the addresses that its commits had in earlier times. */
    private static final int MOST_IN_A_WORKSPACE = 20_000;

    private final SlackGateway gateway;
    private final Path folder;
    private final InstantSource clock;
    private final int most;
    private final WorkspaceLookup workspaces;
    private final Map<Workspace, MemberCache> people = new ConcurrentHashMap<>();
    private final SharedCalls<Question, Optional<SlackUser>> calls = new SharedCalls<>();

    /** Two tokens may see different people, so one does not wait for the other's answer, which may be a refusal. */
    private record Question(SlackConnection connection, MemberQuery query) {}

    /** @param folder for the files, used by nothing else; made when there is something to write */
    public CachedSlackDirectory(SlackGateway gateway, Path folder, InstantSource clock) {
        this(gateway, folder, clock, MOST_IN_A_WORKSPACE);
    }

    CachedSlackDirectory(SlackGateway gateway, Path folder, InstantSource clock, int most) {
        this.gateway = gateway;
        this.folder = folder;
        this.clock = clock;
        this.most = most;
        this.workspaces = new WorkspaceLookup(gateway);
    }

    @Override
    public SlackResult<Optional<SlackUser>> find(SlackConnection connection, String addressOrId) {
        return MemberQuery.of(addressOrId)
                .map(query -> workspaces
                        .of(connection)
                        .flatMap(workspace -> find(new Question(connection, query), peopleOf(workspace))))
                .orElseGet(() -> new SlackResult.Success<>(Optional.empty()));
    }

    private MemberCache peopleOf(Workspace workspace) {
        return people.computeIfAbsent(
                workspace, each -> new MemberCache(new MemberFile(folder, each.fileName()), clock, most));
    }

    private SlackResult<Optional<SlackUser>> find(Question question, MemberCache known) {
        // Asked twice, as another thread's call may end between the two.
        return remembered(question, known)
                .orElseGet(() -> calls.call(
                        question, () -> remembered(question, known).orElseGet(() -> askSlack(question, known))));
    }

    private static Optional<SlackResult<Optional<SlackUser>>> remembered(Question question, MemberCache known) {
        return known.find(question.query()).map(each -> new SlackResult.Success<>(each.person()));
    }

    private SlackResult<Optional<SlackUser>> askSlack(Question question, MemberCache known) {
        MemberQuery query = question.query();
        SlackResult<Optional<SlackUser>> answer = query.byId()
                ? gateway.userById(question.connection(), query.text())
                : gateway.userByEmail(question.connection(), query.text());
        answer.success().ifPresent(found -> known.remember(query, CachedMember.from(clock.instant(), found)));
        return answer;
    }
}
