package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;

/** The part of a delivery's reason that everybody may read, on the page of a build and in its console. */
public final class Briefs {
    private static final String WHERE = "Administrators can read it on the page Slack » Deliveries.";

    private Briefs() {}

    /**
     * The reason for everybody. Where it is for administrators alone, says so, and who has to act.
     *
     * @param note null where there is nothing to say
     * @return null where there is nothing to say
     */
    @CheckForNull
    public static String of(Delivery.State state, @CheckForNull Note note) {
        if (note == null) {
            return null;
        }
        return note.brief() == null ? concealed(state) : note.brief();
    }

    /**
     * Returns a sentence for people who may not read the reason. It also serves for deliveries of earlier versions, which have no reason for
     * everybody.
     */
    private static String concealed(Delivery.State state) {
        return switch (state) {
            case HELD -> "An administrator has to fix what keeps it back. " + WHERE;
            case WAITING, SENDING, UNCERTAIN ->
                "It is tried again. Why it has not arrived yet is for administrators. " + WHERE;
            case SENT, FOLDED -> "There is something to know about it. " + WHERE;
            case REFUSED, EXPIRED, DISCARDED -> "Why it was not sent is for administrators. " + WHERE;
        };
    }
}
