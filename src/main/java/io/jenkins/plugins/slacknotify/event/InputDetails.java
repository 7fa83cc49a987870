package io.jenkins.plugins.slacknotify.event;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.List;

/**
 * The details of a question beyond its text, so that people see what they decide about.
 *
 * @param stage the stage in which the build waits; null outside of all stages
 * @param okLabel what the author has written on the button that goes on; null where that is nothing
 * @param cancelLabel what the author has written on the button that ends it; null where that is nothing
 * @param submitters who may answer, as the author has written it: user ids and groups, separated by commas; null where everybody
 *     may who may build the job
 * @param parameters the names of what has to be filled in; possibly empty, never null
 * @param answerable whether it can be answered outside of Jenkins: its parameters can be filled in there
 * @param approvedBefore the number of the last build of the job in which the same question was answered; null where there is
 *     none, or it is not known. The changes of the event are then those since that build
 * @param approval what the job asks of approvals; null where that is no more than the step does
 */
public record InputDetails(
        @CheckForNull String stage,
        @CheckForNull String okLabel,
        @CheckForNull String cancelLabel,
        @CheckForNull String submitters,
        List<String> parameters,
        boolean answerable,
        @CheckForNull Integer approvedBefore,
        @CheckForNull InputApproval approval) {
    static final int PARAMETERS_KEPT = 20;

    private static final int MAX_NAME = 100;
    private static final int MAX_SUBMITTERS = 300;

    /** Creates details of a question of which the step alone says who may answer, and which says nothing of how it is ended. */
    public InputDetails(
            @CheckForNull String stage,
            @CheckForNull String okLabel,
            @CheckForNull String submitters,
            List<String> parameters,
            boolean answerable,
            @CheckForNull Integer approvedBefore) {
        this(stage, okLabel, null, submitters, parameters, answerable, approvedBefore, null);
    }

    /** Returns these details with the requirements of the job for approvals; null for none. */
    public InputDetails withApproval(@CheckForNull InputApproval newApproval) {
        return new InputDetails(
                stage, okLabel, cancelLabel, submitters, parameters, answerable, approvedBefore, newApproval);
    }

    public InputDetails {
        stage = Excerpt.truncateNullable(stage, MAX_NAME);
        okLabel = Excerpt.truncateNullable(okLabel, MAX_NAME);
        cancelLabel = Excerpt.truncateNullable(cancelLabel, MAX_NAME);
        submitters = Excerpt.truncateNullable(submitters, MAX_SUBMITTERS);
        parameters = parameters.stream()
                .limit(PARAMETERS_KEPT)
                .map(name -> Excerpt.truncate(name, MAX_NAME))
                .toList();
    }
}
