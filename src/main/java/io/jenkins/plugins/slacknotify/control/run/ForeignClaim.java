package io.jenkins.plugins.slacknotify.control.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.reflection.ForeignObject;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The claim of the Claim plugin on a build: an action that this plugin adds to bad builds of the jobs that ask for it.
 *
 * <p>It is called by the names of its public methods, as that plugin is not among those that this one is built with. Where a method
 * is missing or fails, there is no claim for us.
 */
final class ForeignClaim {
    private static final String ACTION = "hudson.plugins.claim.ClaimBuildAction";
    private static final String REASON = "Claimed in Slack";

    private final ForeignObject action;

    private ForeignClaim(ForeignObject action) {
        this.action = action;
    }

    /**
     * Returns the claim of a build, whether or not somebody has claimed it; empty where the plugin is missing, or the job allows no claims.
     */
    @SuppressWarnings("deprecation") // it alone leaves out the actions that plugins make up at each call
    static Optional<ForeignClaim> of(Run<?, ?> run) {
        return run.getActions().stream()
                .filter(action -> action.getClass().getName().equals(ACTION))
                .findFirst()
                .map(ForeignObject::new)
                .map(ForeignClaim::new);
    }

    /** Returns the account of whoever has claimed the build; null for nobody. */
    @CheckForNull
    String claimedBy() {
        return Boolean.TRUE.equals(action.call("isClaimed")) ? (String) action.call("getClaimedBy") : null;
    }

    /** Claims the build for somebody, and the bad builds that follow. The caller saves the build. */
    void claim(User user) {
        action.call(
                "claim",
                List.of(User.class, String.class, User.class, Date.class, boolean.class, boolean.class, boolean.class),
                user,
                REASON,
                user,
                new Date(),
                true,
                true,
                false);
    }

    /** Takes the claim back. The caller saves the build. */
    void release() {
        action.call("unclaim", List.of(boolean.class), true);
    }
}
