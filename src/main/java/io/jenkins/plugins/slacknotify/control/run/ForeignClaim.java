package io.jenkins.plugins.slacknotify.control.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Run;
import hudson.model.User;
import java.lang.reflect.InvocationTargetException;
import java.util.Date;
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

    private final Action action;

    private ForeignClaim(Action action) {
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
                .map(ForeignClaim::new);
    }

    /** Returns the account of whoever has claimed the build; null for nobody. */
    @CheckForNull
    String claimedBy() {
        return Boolean.TRUE.equals(call("isClaimed")) ? (String) call("getClaimedBy") : null;
    }

    /** Claims the build for somebody, and the bad builds that follow. The caller saves the build. */
    void claim(User user) {
        try {
            action.getClass()
                    .getMethod(
                            "claim",
                            User.class,
                            String.class,
                            User.class,
                            Date.class,
                            boolean.class,
                            boolean.class,
                            boolean.class)
                    .invoke(action, user, REASON, user, new Date(), true, true, false);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The Claim plugin does not take the claim", e);
        }
    }

    /** Takes the claim back. The caller saves the build. */
    void release() {
        try {
            action.getClass().getMethod("unclaim", boolean.class).invoke(action, true);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The Claim plugin does not take the claim back", e);
        }
    }

    @CheckForNull
    private Object call(String method) {
        try {
            return action.getClass().getMethod(method).invoke(action);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The Claim plugin does not say who has claimed", e);
        }
    }
}
