package io.jenkins.plugins.slacknotify.trigger.causes;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.reflection.ForeignObject;
import java.util.Optional;

/**
 * Reads the original of builds that the Naginator plugin has retried, by itself or for who has pressed its button. Its cause is called by
 * the name of a public method, as that plugin is not among those that this one is built with.
 */
@Extension
public final class RetryReader implements RerunReader {
    @Override
    public Optional<Run<?, ?>> originalOfRerun(Run<?, ?> run) {
        return BuildCauses.all(run).stream()
                .filter(BuildCauses::isRetry)
                .reduce((earlier, later) -> later)
                .map(RetryReader::number)
                .map(run.getParent()::getBuildByNumber);
    }

    /** Returns the number of the retried build; null where an earlier version of that plugin has stored the cause. */
    @CheckForNull
    private static Integer number(Cause retry) {
        return (Integer) new ForeignObject(retry).call("getSourceBuildNumber");
    }
}
