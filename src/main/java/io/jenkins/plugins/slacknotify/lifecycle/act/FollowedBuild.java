package io.jenkins.plugins.slacknotify.lifecycle.act;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import java.io.IOException;

/** Marks a build whose message shows how far it is while it runs. Kept in the build's own file, so that it outlasts a restart. */
public class FollowedBuild extends InvisibleAction {
    public static boolean isFollowed(Run<?, ?> run) {
        return StoredActions.find(run, FollowedBuild.class) != null;
    }

    /** Follows a build no more, on disk before it returns. */
    public static void unfollow(Run<?, ?> run) throws IOException {
        run.removeActions(FollowedBuild.class);
        run.save();
    }

    /** Follows a build, on disk before it returns. */
    public static void follow(Run<?, ?> run) throws IOException {
        run.replaceAction(new FollowedBuild());
        run.save();
    }
}
