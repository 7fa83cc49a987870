package io.jenkins.plugins.slacknotify.interaction.rebuild;

import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.Map;
import java.util.Optional;

/**
 * The port to builds that are run again otherwise than they were: with other parameters, or from a stage.
 *
 * <p>Guarantees, threads and exceptions are those of {@link RebuildControl}.
 */
public interface RerunControl {
    /**
     * Returns the form with the parameters of a build, filled in as the build had them.
     *
     * @throws AccountsUnavailableException where the security realm does not answer
     */
    RerunForm parameters(String account, ButtonTarget build);

    /**
     * Runs a build again, of the same commit where Jenkins can.
     *
     * @param values as text, by the names of the parameters; those that are missing are as in the build
     */
    RebuildResult runChanged(ActTrace trace, ButtonTarget build, Map<String, String> values);

    /** Returns the form with the stages from which a build can be run again, in a field of the name {@link #STAGE}. */
    RerunForm stages(String account, ButtonTarget build);

    /** Runs a build again from a stage on, with the same parameters and the same pipeline. */
    RebuildResult runFromStage(ActTrace trace, ButtonTarget build, String stage);

    /**
     * Returns what an earlier attempt at a request has put into the queue or started. This is asked for no account: the request had
     * its effect, whoever its member is by now.
     */
    Optional<RebuildResult.Started> started(RequestMark request, ButtonTarget build);

    /** The name of the one field of the form with stages. */
    String STAGE = "Stage";
}
