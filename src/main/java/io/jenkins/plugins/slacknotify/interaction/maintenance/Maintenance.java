package io.jenkins.plugins.slacknotify.interaction.maintenance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The port to maintenance: a time in which Jenkins starts no build, of which it tells everybody. */
public interface Maintenance {
    /**
     * A maintenance.
     *
     * @param until when it is over by itself; null where that was not said
     * @param reason as it was typed; empty for none
     * @param channels how many channels were told
     */
    record Window(@CheckForNull Instant until, String reason, int channels) {}

    /** The outcome of a request. */
    sealed interface Outcome {}

    /** The maintenance has begun, by this request or by an earlier attempt at it. */
    record Begun(Window window) implements Outcome {}

    record Over() implements Outcome {}

    record Refused() implements Outcome {}

    /** Jenkins is quiet already, for another reason. */
    record AlreadyQuiet(Window window) implements Outcome {}

    record NotQuiet() implements Outcome {}

    /** Begins one. The same request begins it once. */
    Outcome begin(ActOrigin origin, Duration lasting, String reason);

    Outcome end(ActOrigin origin);

    Optional<Window> current();
}
