package io.jenkins.plugins.slacknotify.lifecycle.act;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.memory.CacheFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The index of claims, which says who looks after which bad builds, in memory and in the file {@code claims.json}, so that nobody has to
 * load builds to find that out. What counts is {@link BuildClaim}: an entry here may be of a build that is gone, or of a claim that is
 * over. Safe for use by many threads.
 */
@Extension
public class ClaimIndex {
    /** The most that are kept; the oldest go. */
    static final int MAX_CLAIMS = 2_000;

    private final CacheFile<StoredClaim> file;
    private final Set<StoredClaim> claims;

    public ClaimIndex() {
        this(EngineLifecycle.home());
    }

    /** @param folder of the file, which is made with the first claim */
    ClaimIndex(Path folder) {
        file = new CacheFile<>(folder, "claims.json", "claims", StoredClaim.class, "Who looks after which build");
        claims = new LinkedHashSet<>(file.read());
    }

    public static ClaimIndex get() {
        return ExtensionList.lookupSingleton(ClaimIndex.class);
    }

    /**
     * A claim as it is stored. The names of the fields are the format.
     *
     * @param job the full name that it had
     * @param at when the build started, in milliseconds
     */
    record StoredClaim(String account, String job, int build, long at) {}

    /** Returns the builds that an account has claimed, the newest claim first. */
    public synchronized List<BuildKey> of(String account) {
        List<BuildKey> builds = new ArrayList<>();
        claims.stream()
                .filter(claim -> account.equals(claim.account()))
                .forEach(claim ->
                        builds.add(0, new BuildKey(claim.job(), claim.build(), Instant.ofEpochMilli(claim.at()))));
        return builds;
    }

    /** Notes that an account has claimed a build, and nobody else has. */
    void claimed(Run<?, ?> run, String account) {
        put(account, BuildKeys.of(run));
    }

    synchronized void put(String account, BuildKey build) {
        forget(build);
        claims.add(new StoredClaim(
                account, build.job(), build.build(), build.startedAt().toEpochMilli()));
        if (claims.size() > MAX_CLAIMS) {
            claims.remove(claims.iterator().next());
        }
        file.write(List.copyOf(claims));
    }

    /** Notes that nobody looks after a build any more. */
    void released(Run<?, ?> run) {
        remove(BuildKeys.of(run));
    }

    synchronized void remove(BuildKey build) {
        if (forget(build)) {
            file.write(List.copyOf(claims));
        }
    }

    /** Forgets a claim of an account that is over. */
    public synchronized void forget(String account, BuildKey build) {
        if (claims.remove(new StoredClaim(
                account, build.job(), build.build(), build.startedAt().toEpochMilli()))) {
            file.write(List.copyOf(claims));
        }
    }

    private boolean forget(BuildKey build) {
        return claims.removeIf(claim -> claim.build() == build.build()
                && claim.at() == build.startedAt().toEpochMilli()
                && claim.job().equals(build.job()));
    }
}
