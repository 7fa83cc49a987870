package io.jenkins.plugins.slacknotify.lifecycle.act;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The acts on a build that members of Slack have asked for, kept in the build's own file. */
public class RecordedActs extends InvisibleAction {
    /** A bound, so that a thousand presses of one person do not make the file of a build grow without end. */
    static final int ACTS_KEPT = 100;

    /** The acts that whoever may read a job can do as often as they like, and that decide nothing. */
    private static final Set<String> MINOR = Set.of("followed", "unfollowed", "claimed", "released");

    private static final Logger LOGGER = Logger.getLogger(RecordedActs.class.getName());

    private final List<RecordedAct> acts;

    private RecordedActs(List<RecordedAct> acts) {
        this.acts = new ArrayList<>(acts);
    }

    /** The word for an approval that is not enough by itself. */
    public static final String APPROVED_IN_PART = "approved in part";

    /** The word for such an approval whose author may not give it any more. */
    static final String LAPSED = "approved in part, which counts no more,";

    /** Returns the approvals of a step that count and that wait for further approvals, the oldest first. */
    public static List<RecordedAct> approvalsInPart(Run<?, ?> run, String step) {
        return of(run).stream()
                .filter(act -> act.what().equals(APPROVED_IN_PART) && step.equals(act.step()))
                .toList();
    }

    /** The word for an approval by which the pipeline goes on. */
    public static final String APPROVED = "approved";

    /**
     * Returns the names of those whose approvals have made a pipeline go on, the last one last: where it was one of several, of all with
     * the same values.
     *
     * @param account the id of the last one, as the pipeline knows it; null where it does not
     * @param isSameAccount compares ids as the security realm does
     * @return none where that was not in Slack
     */
    public static List<String> approversOf(
            Run<?, ?> run, String step, @CheckForNull String account, BiPredicate<String, String> isSameAccount) {
        return approversOf(of(run), step, account, isSameAccount);
    }

    static List<String> approversOf(
            List<RecordedAct> acts,
            String step,
            @CheckForNull String account,
            BiPredicate<String, String> isSameAccount) {
        List<RecordedAct> ofStep =
                acts.stream().filter(act -> step.equals(act.step())).toList();
        return ofStep.stream()
                .filter(act ->
                        act.what().equals(APPROVED) && account != null && isSameAccount.test(account, act.account()))
                .reduce((earlier, later) -> later)
                .map(last -> Stream.concat(
                                ofStep.stream()
                                        .filter(act -> act.what().equals(APPROVED_IN_PART)
                                                && isOfSameValues(act, last.values())
                                                && !isSameAccount.test(account, act.account()))
                                        .map(RecordedAct::name)
                                        .distinct(),
                                Stream.of(last.name()))
                        .toList())
                .orElse(List.of());
    }

    /** @param values those of the approval with which the pipeline goes on; null where it was none of several */
    private static boolean isOfSameValues(RecordedAct approval, @CheckForNull String values) {
        return values == null || values.equals(approval.values());
    }

    /**
     * Notes that approvals of a step which wait for more do not count any more, on disk before it returns where the disk takes it.
     *
     * @param lapsed some of {@link #approvalsInPart}
     */
    public static void lapse(Run<?, ?> run, List<RecordedAct> lapsed) {
        if (lapsed.isEmpty()) {
            return;
        }
        synchronized (RecordedActs.class) {
            run.replaceAction(new RecordedActs(of(run).stream()
                    .map(act -> lapsed.contains(act) ? act.called(LAPSED) : act)
                    .toList()));
        }
        lapsed.forEach(act -> LOGGER.log(
                Level.INFO,
                "That {1} has approved a step of {0} counts no more, as that account may not do so now",
                new Object[] {run.getFullDisplayName(), act.account()}));
        save(run);
    }

    /** Returns the acts on a build, the oldest first. */
    public static List<RecordedAct> of(Run<?, ?> run) {
        RecordedActs recorded = StoredActions.find(run, RecordedActs.class);
        return recorded == null || recorded.acts == null ? List.of() : List.copyOf(recorded.acts);
    }

    /**
     * Returns the acts that are kept where there are too many, the oldest first. Nobody pushes out what counts or is evidence by what is
     * minor: an approval that waits for more goes last, and before it what was done to the build.
     */
    static List<RecordedAct> kept(List<RecordedAct> all) {
        List<RecordedAct> kept = new ArrayList<>(all);
        while (kept.size() > ACTS_KEPT) {
            // Of the same weight, the oldest.
            kept.remove(Collections.min(kept, Comparator.comparingInt(RecordedActs::weight)));
        }
        return kept;
    }

    private static int weight(RecordedAct act) {
        if (MINOR.contains(act.what())) {
            return 0;
        }
        return act.what().equals(APPROVED_IN_PART) ? 2 : 1;
    }

    /**
     * Adds an act, on disk before it returns where the disk takes it, and says so in Jenkins' log.
     *
     * @param where such as {@code Slack #ops}, for the log
     */
    public static void add(Run<?, ?> run, RecordedAct act, String where) {
        synchronized (RecordedActs.class) {
            List<RecordedAct> acts = new ArrayList<>(of(run));
            acts.add(act);
            run.replaceAction(new RecordedActs(kept(acts)));
        }
        LOGGER.log(Level.INFO, "{0} was {1} by {2} from {4}, member {3}", new Object[] {
            run.getFullDisplayName(), act.what(), act.account(), act.member(), where
        });
        save(run);
    }

    private static void save(Run<?, ?> run) {
        try {
            run.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not write who has acted on " + run);
        }
    }
}
