package io.jenkins.plugins.slacknotify.interaction.modal;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.util.Optional;

/** The port that shows a modal to a member who has pressed a button. Calls Slack on the caller's thread; throws nothing. */
public interface Modals {
    /**
     * Opens a modal. Slack allows it once for a request, within three seconds of it: open one that says that more is to come, and
     * {@link #update} it.
     *
     * @param view a view as JSON
     * @return the id of the view; empty where it could not be opened
     */
    Optional<String> open(RequestOrigin origin, String view);

    /**
     * Replaces what a modal shows.
     *
     * @param viewId as {@link #open} has returned it
     * @return whether Slack has taken it; not where the member has closed it meanwhile
     */
    boolean update(RequestOrigin origin, String viewId, String view);
}
