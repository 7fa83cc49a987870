package io.jenkins.plugins.slacknotify.interaction.modal;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Opens forms. A window opens before anything is looked up, as Slack allows it for three seconds only, and gets its form as soon as
 * that is known.
 *
 * <p>A window never stays as it was opened: where it does not take the form, it says so, unless the member has closed it. Safe for use
 * by many threads, as far as its port is.
 */
public final class FormOpener {
    /** The sentence for a window that Slack has not opened: it was too late, or the bot or its token is wrong, as the log says. */
    public static final String NO_FORM =
            "Slack has opened no form. It allows that for a few seconds only, which may have been too short."
                    + " If it happens again, Jenkins’ log tells an administrator why.";

    private static final Logger LOGGER = Logger.getLogger(FormOpener.class.getName());
    private static final String TITLE = "Jenkins";
    private static final String NOT_SHOWN = "The form could not be shown. ";

    /** The largest view that Slack takes, in bytes, by its reference of {@code views.update}. */
    private static final int MAX_BYTES = 250_000;

    private static final String TOO_LARGE =
            "The form is larger than Slack takes, as it has very many choices or very long texts. It can be filled in on the page in"
                    + " Jenkins only.";

    private final Modals modals;

    public FormOpener(Modals modals) {
        this.modals = modals;
    }

    /** The outcome of opening a form. Only {@link #SHOWN} means that the member can choose anything. */
    public enum Outcome {
        /** The member sees it. */
        SHOWN,
        /** Slack has opened no window: it never does for what is typed in a message, and later than within seconds for nothing. */
        NOT_OPENED,
        /** The window did not take the form: the member has closed it, or Slack has refused it. */
        NOT_SHOWN
    }

    /**
     * Opens a form.
     *
     * @param form finds what the window shows, as JSON; called where a window is open alone, and may take its time
     * @param otherwise what the member can do where the form cannot be shown, as a sentence in mrkdwn
     */
    public Outcome open(RequestOrigin origin, Supplier<String> form, String otherwise) {
        Optional<Modals.Window> opened = modals.open(origin, saying("Asking Jenkins…"));
        if (opened.isEmpty()) {
            return Outcome.NOT_OPENED;
        }
        Modals.Window window = opened.get();
        String view;
        try {
            view = form.get();
        } catch (RuntimeException | LinkageError e) {
            Outcome outcome = explain(origin, window, NOT_SHOWN + otherwise);
            if (e instanceof AccountsUnavailableException unavailable) {
                throw unavailable;
            }
            // Not tried again, as another attempt could not open a window any more.
            LOGGER.log(Level.WARNING, "A form could not be made", e);
            return outcome;
        }
        if (view.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return explain(origin, window, TOO_LARGE);
        }
        return modals.update(origin, window, view) ? Outcome.SHOWN : explain(origin, window, NOT_SHOWN + otherwise);
    }

    /** Says in the window why there is no form. A window of which nobody knows that it is open is none where it does not take that. */
    private Outcome explain(RequestOrigin origin, Modals.Window window, String why) {
        boolean isSaid = modals.update(origin, window, saying(why));
        return isSaid || window.isCertain() ? Outcome.NOT_SHOWN : Outcome.NOT_OPENED;
    }

    /** Returns a window that only says something. @param mrkdwn escaped */
    public static String saying(String mrkdwn) {
        return ModalView.saying(TITLE, mrkdwn);
    }
}
