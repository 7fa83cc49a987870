package io.jenkins.plugins.slacknotify.lifecycle.act;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import java.io.IOException;
import java.util.Optional;

/**
 * The claim on a bad build: who looks after it, kept in the build's own file. It holds for the {@linkplain BadRow row of bad builds} around it, up to
 * one that is good, or is released.
 */
public class BuildClaim extends InvisibleAction {
    /** How many builds of a row are looked at for a claim, each of which may have to be read from disk. */
    private static final int BUILDS_READ = 30;

    private static final BadRow<Run<?, ?>> ROW = new BadRow<>(
            run -> run.getNextBuild(),
            run -> run.getPreviousCompletedBuild(),
            run -> run.getParent().getLastCompletedBuild(),
            BuildClaim::isGood,
            BuildClaim::isBad,
            BuildClaim::isOver);

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
        return rowOf(run).claim();
    }

    /**
     * The row of bad builds around one.
     *
     * @param newest its newest bad build; that build itself where it is good, or none later is bad
     * @param isOver whether a later build is good
     * @param claim as {@link #of} returns it
     */
    public record Row(Run<?, ?> newest, boolean isOver, Optional<BuildClaim> claim) {}

    /** Returns the row of bad builds to which a build belongs. Reads other builds. */
    public static Row rowOf(Run<?, ?> run) {
        BadRow.Found<Run<?, ?>, BuildClaim> row =
                ROW.walk(run, BUILDS_READ, each -> StoredActions.find(each, BuildClaim.class));
        return new Row(
                row.newest(), row.isOver(), Optional.ofNullable(row.found()).filter(claim -> claim.account != null));
    }

    /** Returns the newest bad build of a job that has not been good since, whatever was stopped since. Reads builds. */
    public static Optional<Run<?, ?>> lastBad(Job<?, ?> job) {
        return ROW.lastBad(job.getLastCompletedBuild(), BUILDS_READ);
    }

    /** Jenkins knows the last build that was good, and walks along no builds for it. */
    private static boolean isOver(Run<?, ?> run) {
        Run<?, ?> lastGood = run.getParent().getLastStableBuild();
        return lastGood != null && lastGood.getNumber() > run.getNumber();
    }

    private static boolean isGood(Run<?, ?> run) {
        return !run.isBuilding() && Result.SUCCESS.equals(run.getResult());
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
