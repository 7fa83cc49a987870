package io.jenkins.plugins.slacknotify.control.run;

import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.control.SlackCause;
import io.jenkins.plugins.slacknotify.trigger.causes.BuildCauses;
import io.jenkins.plugins.slacknotify.trigger.causes.RerunReader;
import java.util.Optional;

/** Reads which build was run again by a button in Slack. */
@Extension
public final class SlackRerunReader implements RerunReader {
    @Override
    public Optional<Run<?, ?>> originalOfRerun(Run<?, ?> run) {
        return BuildCauses.find(run, SlackCause.class)
                .map(SlackCause::getAgain)
                .filter(number -> number != 0)
                .map(run.getParent()::getBuildByNumber);
    }
}
