package io.jenkins.plugins.slacknotify.event;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.Optional;

/** The other builds of a job, as a test has them. @param last null where none has a verdict */
public record FakeHistory(@CheckForNull Outcome last, boolean isOvertaken) implements BuildHistory {
    @Override
    public Optional<Outcome> lastVerdict() {
        return Optional.ofNullable(last);
    }
}
