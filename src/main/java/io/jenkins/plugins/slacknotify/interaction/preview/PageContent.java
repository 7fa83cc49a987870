package io.jenkins.plugins.slacknotify.interaction.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import java.util.List;

/** The content of a page of Jenkins at one moment, as far as a preview may show it. */
public sealed interface PageContent {
    /** Returns how much may be shown of it. */
    PreviewTerms terms();

    /** Returns whether it is likely to be another one in a while, so that its preview is looked after. */
    boolean isUnderWay();

    /**
     * A build, or a part of one.
     *
     * @param event without what the terms forbid
     * @param part what the page shows of it
     * @param questions those that wait for an answer
     * @param stages in which it is at this moment
     */
    record OfBuild(
            BuildEvent event,
            Severity severity,
            PartContent part,
            List<InputQuestion> questions,
            List<String> stages,
            PreviewTerms terms)
            implements PageContent {
        public OfBuild {
            questions = List.copyOf(questions);
            stages = List.copyOf(stages);
        }

        @Override
        public boolean isUnderWay() {
            return event.running();
        }
    }

    /**
     * A job without builds, a folder, a project with branches, or a view.
     *
     * @param name for people, folders included
     * @param url null where Jenkins does not know its own address
     * @param description as plain text; null where there is none
     * @param jobs how many jobs there are in it that the account may read; 0 for a job
     * @param running how many builds of them run
     * @param primary the last build of the branch that matters most; null where there is none
     */
    record OfItem(
            Kind kind,
            String name,
            @CheckForNull String url,
            @CheckForNull String description,
            int jobs,
            int running,
            @CheckForNull BuildEvent primary,
            PreviewTerms terms)
            implements PageContent {
        public enum Kind {
            JOB,
            FOLDER,
            PROJECT,
            VIEW
        }

        @Override
        public boolean isUnderWay() {
            return false;
        }
    }

    /** A job that has waited in the queue, and was taken out. */
    record OfDequeued(JobReference job, PreviewTerms terms) implements PageContent {
        @Override
        public boolean isUnderWay() {
            return false;
        }
    }

    record OfQueue(QueuedBuild item, PreviewTerms terms) implements PageContent {
        @Override
        public boolean isUnderWay() {
            return true;
        }
    }
}
