package io.jenkins.plugins.slacknotify.control.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.control.ActRecorder;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableBuilds;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps who looks after a bad build with the build, and has its messages say so. */
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
                run -> (action == ButtonAction.CLAIM ? refusalToClaim(account, run) : refusalToRelease(run))
                        .orElseGet(ClaimResult.Done::new));
        return result instanceof ClaimResult.Done ? Optional.empty() : Optional.of(result);
    }

    private static Optional<ClaimResult> refusalToClaim(String account, Run<?, ?> run) {
        return !BuildClaim.isBad(run) || BuildClaim.isOver(run)
                ? Optional.of(new ClaimResult.NotBad())
                : BuildClaim.of(run)
                        .filter(earlier -> !earlier.account().equals(account))
                        .map(earlier -> new ClaimResult.Taken(earlier.name()));
    }

    private static Optional<ClaimResult> refusalToRelease(Run<?, ?> run) {
        return BuildClaim.of(run).isEmpty() ? Optional.of(new ClaimResult.NobodyHas()) : Optional.empty();
    }

    @Override
    public ClaimResult claim(ActTrace trace, ButtonTarget build) {
        return with(trace.origin().account(), build, run -> claim(trace, run));
    }

    /** One at a time, so that of two people one has it. */
    private synchronized ClaimResult claim(ActTrace trace, Run<?, ?> run) {
        Optional<ClaimResult> refusal = refusalToClaim(trace.origin().account(), run);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        User user = User.getById(trace.origin().account(), false);
        // Somebody may press below an older build, and whoever looks after the row does so from its newest one on.
        Run<?, ?> newest = BuildClaim.newest(run);
        // Before ours, which saves the build with both.
        boolean shared = user != null && foreign(newest, foreign -> foreign.claim(user));
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
        Optional<ClaimResult> refusal = refusalToRelease(run);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Run<?, ?> newest = BuildClaim.newest(run);
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
        foreign(run, ForeignClaim::release);
        BuildClaim.release(run);
    }

    /**
     * Changes the claim of the Claim plugin. A fault in another plugin must not keep what is noted here.
     *
     * @return whether that plugin has such a claim, and took the change
     */
    private static boolean foreign(Run<?, ?> run, Consumer<ForeignClaim> change) {
        try {
            Optional<ForeignClaim> foreign = ForeignClaim.of(run);
            foreign.ifPresent(change);
            return foreign.isPresent();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "The Claim plugin could not be told who looks after " + run);
            return false;
        }
    }

    /** Says it in the messages of the build below which somebody has pressed, and of the newest of its row. */
    private void notify(ActTrace trace, Run<?, ?> run, Run<?, ?> newest, @CheckForNull String claimedBy) {
        ActRecorder.record(run, trace, claimedBy == null ? "released" : "claimed", null, clock.instant());
        NotificationEngine engine = EngineLifecycle.get().engine();
        String request = trace.origin().request();
        engine.buildClaimed(BuildKeys.of(run), claimedBy, request);
        if (!newest.equals(run)) {
            engine.buildClaimed(BuildKeys.of(newest), claimedBy, request);
        }
    }

    private static ClaimResult with(String account, ButtonTarget build, Function<Run<?, ?>, ClaimResult> act) {
        return AsAccount.find(account, () -> ReadableBuilds.find(build.build()).map(act))
                .orElseGet(ClaimResult.NoSuchBuild::new);
    }
}
