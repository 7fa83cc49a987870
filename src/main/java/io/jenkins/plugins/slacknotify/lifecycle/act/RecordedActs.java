package io.jenkins.plugins.slacknotify.lifecycle.act;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The acts on a build that members of Slack have asked for, kept in the build's own file. */
public class RecordedActs extends InvisibleAction {
    /** Who presses a button a thousand times does not make the file of a build grow for ever. */
    private static final int ACTS_KEPT = 100;

    private static final Logger LOGGER = Logger.getLogger(RecordedActs.class.getName());

    private final List<RecordedAct> acts;

    private RecordedActs(List<RecordedAct> acts) {
        this.acts = new ArrayList<>(acts);
    }

    /** What an approval is called that is not enough by itself. */
    public static final String APPROVED_IN_PART = "approved in part";

    /** Returns those whose approvals of a step count that wait for more, the oldest first. */
    public static List<RecordedAct> approvalsInPart(Run<?, ?> run, String step) {
        return of(run).stream()
                .filter(act -> act.what().equals(APPROVED_IN_PART) && step.equals(act.step()))
                .toList();
    }

    /** Returns the acts on a build, the oldest first. */
    public static List<RecordedAct> of(Run<?, ?> run) {
        RecordedActs recorded = run.getAction(RecordedActs.class);
        return recorded == null || recorded.acts == null ? List.of() : List.copyOf(recorded.acts);
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
            run.replaceAction(new RecordedActs(acts.subList(Math.max(0, acts.size() - ACTS_KEPT), acts.size())));
        }
        LOGGER.log(Level.INFO, "{0} was {1} by {2} from {4}, member {3}", new Object[] {
            run.getFullDisplayName(), act.what(), act.account(), act.member(), where
        });
        try {
            run.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not write who has acted on " + run);
        }
    }
}
