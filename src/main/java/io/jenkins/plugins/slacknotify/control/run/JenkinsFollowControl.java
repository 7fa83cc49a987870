package io.jenkins.plugins.slacknotify.control.run;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.control.ActRecorder;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableBuilds;
import io.jenkins.plugins.slacknotify.interaction.follow.FollowControl;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.lifecycle.act.FollowedBuild;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Marks builds as followed, or not any more. What their messages show comes with the next look at running builds, within seconds. */
public final class JenkinsFollowControl implements FollowControl {
    private final InstantSource clock;

    public JenkinsFollowControl(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Result> refusal(String account, ButtonTarget build) {
        Result result = with(account, build, run -> Result.FOLLOWED);
        return result == Result.FOLLOWED ? Optional.empty() : Optional.of(result);
    }

    @Override
    public Result follow(ActTrace trace, ButtonTarget build) {
        return with(trace.origin().account(), build, run -> follow(trace, run));
    }

    @Override
    public Result unfollow(ActTrace trace, ButtonTarget build) {
        return with(trace.origin().account(), build, run -> unfollow(trace, run));
    }

    private static Result with(String account, ButtonTarget build, Function<Run<?, ?>, Result> change) {
        return AsAccount.find(
                        account,
                        () -> ReadableBuilds.find(build.build())
                                .map(run -> run.isBuilding() ? change.apply(run) : Result.OVER))
                .orElse(Result.NO_SUCH_BUILD);
    }

    private Result follow(ActTrace trace, Run<?, ?> run) {
        if (!FollowedBuild.isFollowed(run)) {
            try {
                FollowedBuild.follow(run);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ActRecorder.record(run, trace, "followed", null, clock.instant());
        }
        return Result.FOLLOWED;
    }

    private Result unfollow(ActTrace trace, Run<?, ?> run) {
        if (FollowedBuild.isFollowed(run)) {
            try {
                FollowedBuild.unfollow(run);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ActRecorder.record(run, trace, "unfollowed", null, clock.instant());
        }
        return Result.UNFOLLOWED;
    }
}
