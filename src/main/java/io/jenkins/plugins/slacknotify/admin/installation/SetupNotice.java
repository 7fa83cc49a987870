package io.jenkins.plugins.slacknotify.admin.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The notice of the guide about the latest step, which it shows once, in the session of whoever took it: a page that was reached by a
 * redirect has no secret in its address, and can be loaded again without doing the step again.
 *
 * @param bad whether the step failed
 * @param text sentences without a secret
 */
public record SetupNotice(boolean bad, String text) implements Serializable {
    private static final String ATTRIBUTE = SetupNotice.class.getName();

    static void good(StaplerRequest2 request, String text) {
        request.getSession().setAttribute(ATTRIBUTE, new SetupNotice(false, text));
    }

    static void bad(StaplerRequest2 request, @CheckForNull String text) {
        request.getSession().setAttribute(ATTRIBUTE, new SetupNotice(true, String.valueOf(text)));
    }

    /** Returns the notice, which is then forgotten; null for none. */
    @CheckForNull
    static SetupNotice take(StaplerRequest2 request) {
        HttpSession session = request.getSession(false);
        Object notice = session == null ? null : session.getAttribute(ATTRIBUTE);
        if (notice == null) {
            return null;
        }
        session.removeAttribute(ATTRIBUTE);
        return (SetupNotice) notice;
    }
}
