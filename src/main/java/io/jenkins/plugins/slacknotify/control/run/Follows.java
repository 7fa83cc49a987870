package io.jenkins.plugins.slacknotify.control.run;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.Runs;
import io.jenkins.plugins.slacknotify.control.Traces;
import io.jenkins.plugins.slacknotify.interaction.follow.FollowControl;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.lifecycle.act.FollowedBuild;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;

/** Marks builds as followed. What their messages show comes with the next look at running builds, within seconds. */
public final class Follows implements FollowControl {
    private final InstantSource clock;

    public Follows(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Result follow(ActTrace trace, ButtonTarget build) {
        return AsAccount.call(
                        trace.origin().account(),
                        () -> Runs.find(build.build())
                                .map(run -> follow(trace, run))
                                .orElse(Result.NO_SUCH_BUILD))
                .orElse(Result.NO_SUCH_BUILD);
    }

    private Result follow(ActTrace trace, Run<?, ?> run) {
        if (!run.isBuilding()) {
            return Result.OVER;
        }
        if (!FollowedBuild.isFollowed(run)) {
            try {
                FollowedBuild.follow(run);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Traces.record(run, trace, "followed", null, clock.instant());
        }
        return Result.FOLLOWED;
    }
}
