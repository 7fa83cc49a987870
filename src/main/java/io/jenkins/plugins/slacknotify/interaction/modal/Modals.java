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
     * @return the window; empty where it surely was not opened
     */
    Optional<Window> open(RequestOrigin origin, String view);

    /**
     * A window.
     *
     * @param id by which it is updated
     * @param isCertain whether Slack has said that it is open; otherwise its answer was lost, and the next {@link #update} tells
     */
    record Window(String id, boolean isCertain) {}

    /**
     * Replaces what a modal shows.
     *
     * @param window as {@link #open} has returned it
     * @return whether Slack has taken it; not where the member has closed it meanwhile
     */
    boolean update(RequestOrigin origin, Window window, String view);
}
