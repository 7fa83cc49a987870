package io.jenkins.plugins.slacknotify.trigger.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The questions that were answered in a build, so that a later build that asks the same can say what has changed since. Kept in
 * the build's own file, which Jenkins writes when the build ends.
 */
public class AnsweredInputs extends InvisibleAction {
    /** How many builds are looked at: a pipeline waits meanwhile, and each may have to be read from disk. */
    private static final int BUILDS_READ = 20;

    /** The keys of the questions that were answered. The name of this field is stored in the file of the build. */
    private final List<String> questions;

    private AnsweredInputs(List<String> questions) {
        this.questions = new CopyOnWriteArrayList<>(questions);
    }

    static void add(Run<?, ?> run, String question) {
        AnsweredInputs before = StoredActions.find(run, AnsweredInputs.class);
        List<String> questions = new ArrayList<>(before == null ? List.of() : before.questions());
        if (!questions.contains(question)) {
            questions.add(question);
            run.replaceAction(new AnsweredInputs(questions));
        }
    }

    /** Returns the number of the newest build before one in which a question was answered; null where none is known. */
    @CheckForNull
    static Integer lastBefore(Run<?, ?> run, String question) {
        Run<?, ?> each = run.getPreviousBuild();
        for (int read = 0; each != null && read < BUILDS_READ; read++) {
            AnsweredInputs answered = StoredActions.find(each, AnsweredInputs.class);
            if (answered != null && answered.questions().contains(question)) {
                return each.getNumber();
            }
            each = each.getPreviousBuild();
        }
        return null;
    }

    /** Returns the keys of the questions that were answered; none where somebody has removed them from the file. */
    private List<String> questions() {
        return questions == null ? List.of() : questions;
    }
}
