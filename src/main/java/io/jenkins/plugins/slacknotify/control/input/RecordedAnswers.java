package io.jenkins.plugins.slacknotify.control.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.interaction.approval.InputResult;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedAct;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedActs;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The answers to one step that members of Slack have given, the oldest first. Each is written down before its effect, so a kill may have
 * come between, and then somebody else may have given the answer that had one. An approval that is one of several is none.
 */
record RecordedAnswers(List<RecordedAct> acts) {
    static final String APPROVED = RecordedActs.APPROVED;
    static final String REJECTED = "rejected";

    static RecordedAnswers of(Run<?, ?> run, @CheckForNull String step) {
        return of(RecordedActs.of(run), step);
    }

    static RecordedAnswers of(List<RecordedAct> acts, @CheckForNull String step) {
        return new RecordedAnswers(acts.stream()
                .filter(act -> Objects.equals(act.step(), step)
                        && (act.what().equals(APPROVED) || act.what().equals(REJECTED)))
                .toList());
    }

    /**
     * Returns whether the answer that the pipeline has got is the one of a request, at an attempt that was cut off.
     *
     * @param isApproved what the pipeline has got
     * @param answeredBy from whom, by the account's id; null where the pipeline does not know
     * @param isSameAccount compares ids as the security realm does
     */
    boolean isOfRequest(
            String request,
            boolean isApproved,
            @CheckForNull String answeredBy,
            BiPredicate<String, String> isSameAccount) {
        String what = isApproved ? APPROVED : REJECTED;
        return answeredBy == null
                ? last().filter(act ->
                                act.request().equals(request) && act.what().equals(what))
                        .isPresent()
                : acts.stream()
                        .anyMatch(act -> act.request().equals(request)
                                && act.what().equals(what)
                                && isSameAccount.test(act.account(), answeredBy));
    }

    /** Returns the last answer as one whose effect is under way, so that the pipeline does not show it yet; empty where there is none. */
    Optional<InputResult> last(String request) {
        return last().map(act -> new InputResult.AlreadyAnswered(
                act.name(), act.what().equals(APPROVED), act.request().equals(request)));
    }

    private Optional<RecordedAct> last() {
        return acts.stream().reduce((earlier, later) -> later);
    }
}
