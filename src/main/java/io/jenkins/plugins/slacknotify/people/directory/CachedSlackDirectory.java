package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.slack.api.RateLimits;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The directory that asks Slack and remembers the answers: a member for 7 days; nobody, or an unreachable member, for 24 hours.
 *
 * <p><b>Guaranteed:</b> an answer counts for the workspace alone that gave it. That is the workspace of the token, which Slack
 * tells, and not of a name that the token has in Jenkins. Threads that ask for the same person with the same token at
 * the same time cost one call. Only a success is remembered: a refusal or a failure is passed on, and the next call asks again; after a
 * rate limit, Slack is not asked by that method before its time is over. What no member can have, such as an address without {@code @},
 * is answered without a call.
 *
 * <p><b>Not guaranteed:</b> that a member who is found is still active. Slack finds no deactivated member by an address, but
 * this directory does for up to 7 days.
 *
 * <p>There is a file for each workspace, with the addresses and ids asked for and the members' ids and names; no token, and
 * nothing else. Where files cannot be written, everything works from memory. Where one cannot be read, it is set aside and
 * Slack is asked anew; both are logged.
 */
public final class CachedSlackDirectory implements SlackDirectory {
    /** Enough for a whole company, with the addresses that its commits had in earlier times. */
    private static final int MAX_IN_A_WORKSPACE = 20_000;

    private final SlackGateway gateway;
    private final Path folder;
    private final InstantSource clock;
    private final int maxSize;
    private final RateLimits limits;
    private final WorkspaceLookup workspaceLookup;
    private final Map<Workspace, MemberCache> caches = new ConcurrentHashMap<>();
    private final SharedCalls<Call, Optional<SlackUser>> calls = new SharedCalls<>();

    /**
     * The key of a call. Two tokens may see different members, so one never gets the other's answer, which may be a refusal.
     */
    private record Call(SlackConnection connection, MemberQuery query) {}

    /**
     * Creates a directory with its files in a folder.
     *
     * @param folder used by nothing else; created when there is something to write
     */
    public CachedSlackDirectory(SlackGateway gateway, Path folder, InstantSource clock) {
        this(gateway, folder, clock, MAX_IN_A_WORKSPACE);
    }

    CachedSlackDirectory(SlackGateway gateway, Path folder, InstantSource clock, int maxSize) {
        this.gateway = gateway;
        this.folder = folder;
        this.clock = clock;
        this.maxSize = maxSize;
        this.limits = new RateLimits(clock);
        this.workspaceLookup = new WorkspaceLookup(gateway);
    }

    @Override
    public SlackResult<Optional<SlackUser>> find(SlackConnection connection, String addressOrId) {
        return MemberQuery.of(addressOrId)
                .map(query -> workspaceLookup
                        .of(connection)
                        .flatMap(workspace -> find(new Call(connection, query), cacheOf(workspace))))
                .orElseGet(() -> new SlackResult.Success<>(Optional.empty()));
    }

    private MemberCache cacheOf(Workspace workspace) {
        return caches.computeIfAbsent(
                workspace, each -> new MemberCache(new MemberFile(folder, each.fileName()), clock, maxSize));
    }

    private SlackResult<Optional<SlackUser>> find(Call call, MemberCache cache) {
        // The cache is asked twice, as another thread's call may end between the two.
        return findCached(call, cache)
                .orElseGet(() ->
                        calls.call(call, () -> findCached(call, cache).orElseGet(() -> askSlack(call, cache))));
    }

    private static Optional<SlackResult<Optional<SlackUser>>> findCached(Call call, MemberCache cache) {
        return cache.find(call.query()).map(each -> new SlackResult.Success<>(each.person()));
    }

    private SlackResult<Optional<SlackUser>> askSlack(Call call, MemberCache cache) {
        MemberQuery query = call.query();
        SlackResult<Optional<SlackUser>> result = query.byId()
                ? limits.call(call.connection(), "users.info", () -> gateway.userById(call.connection(), query.text()))
                : limits.call(
                        call.connection(),
                        "users.lookupByEmail",
                        () -> gateway.userByEmail(call.connection(), query.text()));
        result.success().ifPresent(found -> cache.remember(query, CachedMember.from(clock.instant(), found)));
        return result;
    }
}
