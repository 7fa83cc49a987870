package io.jenkins.plugins.slacknotify.lifecycle.act;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import java.io.IOException;
import java.util.Optional;

/**
 * The claim on a bad build: who looks after it, kept in the build's own file. It holds for the row of bad builds around it, up to one that is
 * good, or is released.
 */
public class BuildClaim extends InvisibleAction {
    /** How many builds back a claim is looked for, each of which may have to be read from disk. */
    private static final int BUILDS_READ = 30;

    /** The names are those in the file. Both are null where the build was released. */
    private final String account;

    private final String name;

    /** Whether the Claim plugin has it, too. */
    private final boolean shared;

    private BuildClaim(@CheckForNull String account, @CheckForNull String name, boolean shared) {
        this.account = account;
        this.name = name;
        this.shared = shared;
    }

    /** Returns the id of the account of whoever looks after the build. */
    public String account() {
        return account == null ? "" : account;
    }

    /** Returns the name of whoever looks after the build. */
    public String name() {
        return name == null ? "" : name;
    }

    /** Returns whether the Claim plugin has it, too. What it has never had, nobody can have released there. */
    public boolean isShared() {
        return shared;
    }

    /**
     * Returns the claim of the row of bad builds to which a build belongs, or which ends with a good one. The newest that anything is noted
     * of counts, also for those before it. Reads other builds.
     */
    public static Optional<BuildClaim> of(Run<?, ?> run) {
        Run<?, ?> each = newest(run);
        for (int read = 0; each != null && read < BUILDS_READ; read++) {
            BuildClaim claim = StoredActions.find(each, BuildClaim.class);
            if (claim != null) {
                return Optional.of(claim).filter(it -> it.account != null);
            }
            each = each.getPreviousCompletedBuild();
            if (each == null || !isBad(each)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Returns the newest completed build of the row of bad builds to which a bad build belongs; any other is alone. */
    public static Run<?, ?> newest(Run<?, ?> run) {
        Run<?, ?> newest = run;
        Run<?, ?> later = isBad(run) ? run.getNextBuild() : null;
        for (int read = 0; later != null && read < BUILDS_READ; read++) {
            if (isBad(later)) {
                newest = later;
            } else if (!later.isBuilding()) {
                return newest;
            }
            later = later.getNextBuild();
        }
        return newest;
    }

    /** Returns whether a build has ended badly. */
    public static boolean isBad(Run<?, ?> run) {
        Result result = run.getResult();
        return !run.isBuilding() && (Result.FAILURE.equals(result) || Result.UNSTABLE.equals(result));
    }

    /**
     * Notes who looks after a build, on disk before it returns.
     *
     * @param shared whether the Claim plugin has it, too
     */
    public static void claim(Run<?, ?> run, String account, String name, boolean shared) throws IOException {
        run.replaceAction(new BuildClaim(account, name, shared));
        run.save();
        ClaimIndex.get().claimed(run, account);
    }

    /** Notes that nobody looks after a build any more, on disk before it returns. */
    public static void release(Run<?, ?> run) throws IOException {
        run.replaceAction(new BuildClaim(null, null, false));
        run.save();
        ClaimIndex.get().released(run);
    }
}
