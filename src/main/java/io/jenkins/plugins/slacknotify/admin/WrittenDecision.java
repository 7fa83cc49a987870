package io.jenkins.plugins.slacknotify.admin;

import hudson.model.Failure;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;

/** A decision of an administrator that is written to disk. */
@FunctionalInterface
interface WrittenDecision {
    /** @throws IOException where the disk does not take it */
    void carryOut() throws IOException;

    /**
     * Carries the decision out, and shows a page.
     *
     * @param address where that page is
     * @param notWritten what an error page says instead, where the disk does not take the decision
     */
    default HttpResponse respond(String address, String notWritten) {
        try {
            carryOut();
            return HttpResponses.redirectTo(address);
        } catch (IOException e) {
            Logger.getLogger(WrittenDecision.class.getName())
                    .log(Level.WARNING, "Could not write a decision of an administrator to disk", e);
            return new Failure(notWritten);
        }
    }
}
