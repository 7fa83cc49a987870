package io.jenkins.plugins.slacknotify.control.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.control.ActRecorder;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableBuilds;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.interaction.claim.ClaimControl;
import io.jenkins.plugins.slacknotify.interaction.claim.ClaimResult;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.act.BuildClaim;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Stores with a bad build who has claimed it, and updates the messages of the build. */
public final class JenkinsClaimControl implements ClaimControl {
    private static final Logger LOGGER = Logger.getLogger(JenkinsClaimControl.class.getName());

    private final InstantSource clock;

    public JenkinsClaimControl(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<ClaimResult> refusal(String account, ButtonAction action, ButtonTarget build) {
        ClaimResult result = with(
                account,
                build,
                run -> (action == ButtonAction.CLAIM
                                ? refusalToClaim(account, run, BuildClaim.rowOf(run))
                                : refusalToRelease(BuildClaim.rowOf(run)))
                        .orElseGet(ClaimResult.Done::new));
        return result instanceof ClaimResult.Done ? Optional.empty() : Optional.of(result);
    }

    private static Optional<ClaimResult> refusalToClaim(String account, Run<?, ?> run, BuildClaim.Row row) {
        return !BuildClaim.isBad(run) || row.isOver()
                ? Optional.of(new ClaimResult.NotBad())
                : row.claim()
                        .filter(earlier -> !User.idStrategy().equals(earlier.account(), account))
                        .map(earlier -> new ClaimResult.Taken(earlier.name()));
    }

    private static Optional<ClaimResult> refusalToRelease(BuildClaim.Row row) {
        return row.claim().isEmpty() ? Optional.of(new ClaimResult.NobodyHas()) : Optional.empty();
    }

    @Override
    public ClaimResult claim(ActTrace trace, ButtonTarget build) {
        return with(trace.origin().account(), build, run -> claim(trace, run));
    }

    /** Claims a build. Synchronized, so that only one of two people gets it. */
    private synchronized ClaimResult claim(ActTrace trace, Run<?, ?> run) {
        BuildClaim.Row row = BuildClaim.rowOf(run);
        Optional<ClaimResult> refusal = refusalToClaim(trace.origin().account(), run, row);
        if (refusal.isPresent()) {
            if (refusal.get() instanceof ClaimResult.Taken taken) {
                correct(trace, run, taken.by());
            }
            return refusal.get();
        }
        User user = User.getById(trace.origin().account(), false);
        // The button may belong to an older build; the claim is stored with the newest bad one of the row.
        Run<?, ?> newest = row.newest();
        // The Claim plugin's claim is changed first: saving our own claim saves both.
        boolean shared = user != null && changeForeignClaim(newest, foreign -> foreign.claim(user));
        try {
            BuildClaim.claim(newest, trace.origin().account(), trace.name(), shared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        notify(trace, run, newest, trace.name());
        return new ClaimResult.Done();
    }

    @Override
    public ClaimResult release(ActTrace trace, ButtonTarget build) {
        return with(trace.origin().account(), build, run -> release(trace, run));
    }

    private synchronized ClaimResult release(ActTrace trace, Run<?, ?> run) {
        BuildClaim.Row row = BuildClaim.rowOf(run);
        Optional<ClaimResult> refusal = refusalToRelease(row);
        if (refusal.isPresent()) {
            correct(trace, run, null);
            return refusal.get();
        }
        Run<?, ?> newest = row.newest();
        try {
            release(run);
            if (!newest.equals(run)) {
                release(newest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        notify(trace, run, newest, null);
        return new ClaimResult.Done();
    }

    private static void release(Run<?, ?> run) throws IOException {
        changeForeignClaim(run, ForeignClaim::release);
        BuildClaim.release(run);
    }

    /**
     * Changes the claim of the Claim plugin. A fault in another plugin must not keep what is noted here.
     *
     * @return whether that plugin has such a claim, and took the change
     */
    private static boolean changeForeignClaim(Run<?, ?> run, Consumer<ForeignClaim> change) {
        try {
            Optional<ForeignClaim> foreign = ForeignClaim.of(run);
            foreign.ifPresent(change);
            return foreign.isPresent();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "The Claim plugin could not be told who looks after " + run);
            return false;
        }
    }

    /** Has the messages say who looks after the row below which somebody has pressed what cannot be done: they need not know yet. */
    private static void correct(ActTrace trace, Run<?, ?> run, @CheckForNull String claimedBy) {
        EngineLifecycle.get()
                .engine()
                .buildClaimed(BuildKeys.of(run), claimedBy, trace.origin().request());
    }

    /**
     * Says it in the messages of the build below which somebody has pressed, of the newest of its row, and of the first, which are at the head
     * of the threads.
     */
    private void notify(ActTrace trace, Run<?, ?> run, Run<?, ?> newest, @CheckForNull String claimedBy) {
        ActRecorder.record(run, trace, claimedBy == null ? "released" : "claimed", null, clock.instant());
        NotificationEngine engine = EngineLifecycle.get().engine();
        String request = trace.origin().request();
        Set<BuildKey> builds = new LinkedHashSet<>(List.of(BuildKeys.of(run), BuildKeys.of(newest)));
        first(engine, newest).ifPresent(builds::add);
        builds.forEach(build -> engine.buildClaimed(build, claimedBy, request));
    }

    private static Optional<BuildKey> first(NotificationEngine engine, Run<?, ?> newest) {
        String job = newest.getParent().getFullName();
        return engine.jobs().verdicts(job).stream()
                .filter(verdict -> verdict.build() == newest.getNumber())
                .flatMap(verdict -> Stream.ofNullable(verdict.streak()))
                .flatMap(streak -> streak.firstBuildKey(job).stream())
                .findFirst();
    }

    private static ClaimResult with(String account, ButtonTarget build, Function<Run<?, ?>, ClaimResult> act) {
        return AsAccount.find(account, () -> ReadableBuilds.find(build.build()).map(act))
                .orElseGet(ClaimResult.NoSuchBuild::new);
    }
}
