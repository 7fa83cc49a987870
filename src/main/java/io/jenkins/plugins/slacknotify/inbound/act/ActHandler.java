package io.jenkins.plugins.slacknotify.inbound.act;

import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import java.util.Optional;

/**
 * The port that does what a kept request asks for.
 *
 * <p>{@link ActQueue} calls it on its threads, which may block: for one member one act at a time, those about one {@link #subject} in the
 * order in which they were asked for, for different members at once. So what two members may ask at once (approve the same step) has to be
 * serialised in here. It is called after the request was acknowledged, mostly within milliseconds, but after a crash perhaps
 * hours later: the tickets of {@code RequestOrigin} are gone then.
 */
public interface ActHandler {
    /**
     * Returns what has become of an act that an earlier attempt may have done: Jenkins stopped, or an exception came,
     * between its effect and the end of its attempt. Asked after an exception, and before each act that was accepted
     * before Jenkins started. Each effect in Jenkins has to carry {@link InboundRequest#id()}, so that it is found here.
     *
     * @param choice what an earlier attempt has chosen
     * @return empty where the act surely has had no effect; it is then done (again), so this is right as well for an act
     *     that only reads. {@link ActResult.Later} where nobody can tell at this moment
     */
    Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice);

    /**
     * Returns what a request is about, such as a build. The acts of one member that are about one thing are done in order; those about
     * others do not wait where one of them does. Called where the request is accepted, so it looks at the request alone.
     *
     * @return an empty text, by default, for all that has nothing of its own to be about
     */
    default String subject(InboundRequest request) {
        return "";
    }

    /**
     * Does the act. An exception counts as an attempt of which nobody knows whether it had its effect; after a few of
     * them the member is told that it failed.
     *
     * @param choice keeps what the act is done to, for an act that finds that out by itself
     */
    ActResult act(InboundRequest request, ActChoice choice);
}
