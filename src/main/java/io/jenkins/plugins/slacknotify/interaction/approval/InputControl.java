package io.jenkins.plugins.slacknotify.interaction.approval;

import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.Map;
import java.util.Optional;

/**
 * The port to the questions of pipelines that wait for an answer, each known by its step and never by its text.
 *
 * <p><b>Guaranteed:</b> each call is made as an account, with the permissions that it has at this moment: to read the job, and to
 * answer this question by the rules of the step itself. What the account may not read is answered as what is not there. Of several
 * that answer the same question through this port, one has an effect and the others are told of it.
 *
 * <p><b>Not guaranteed:</b> that nobody answers on another way between the check and the effect; Jenkins then takes the first.
 *
 * <p>Calls run on the caller's thread. {@link AccountsUnavailableException} where the security realm does not answer.
 */
public interface InputControl {
    /** Returns what a question asks for, as far as the account may answer it. */
    InputLookup find(String account, ButtonTarget question);

    /**
     * Returns a question that the account may reject, as it may where it cannot approve it.
     *
     * @return with a form that has no fields, and the label of the button that rejects it
     */
    InputLookup findToReject(String account, ButtonTarget question);

    /**
     * Returns whether a question waits for an account, be it in Jenkins only: it may answer by the rules of the step and of the job, its
     * approval is of use, and it has not approved yet.
     */
    boolean isAwaited(String account, ButtonTarget question);

    /**
     * Returns whether a build has had a question for which it waits no more: it was answered or rejected, or the pipeline has given up. This is
     * asked for no account.
     *
     * @param question of any step
     */
    boolean isAnyPast(ButtonTarget question);

    /**
     * Answers a question, so that its pipeline goes on.
     *
     * @param values as text, by the names of the parameters; those that are missing have their defaults
     */
    InputResult approve(ActTrace trace, ButtonTarget question, Map<String, String> values);

    /**
     * Returns what an earlier attempt at a request has come to. This is asked for no account: the request had its effect, whoever its
     * member is by now.
     *
     * @param request its id
     * @return empty where it surely has answered nothing; {@link InputResult.NotLoaded} where nobody knows at this moment
     */
    Optional<InputResult> earlier(String request, ButtonTarget question);

    /** Answers a question so that its pipeline gets no answer, and ends unless it is written to go on. The pipeline sees the reason of the act. */
    InputResult reject(ActTrace trace, ButtonTarget question);
}
