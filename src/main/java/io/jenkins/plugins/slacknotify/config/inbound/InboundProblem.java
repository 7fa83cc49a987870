package io.jenkins.plugins.slacknotify.config.inbound;

import static java.util.Objects.requireNonNull;

/**
 * A problem that keeps requests of a Slack app from this Jenkins although the settings are valid, such as a credential that is gone.
 *
 * @param app the name of the app in the settings; empty where the problem is about none of them
 * @param description sentences that say what is wrong and what to do; they contain no secret
 */
public record InboundProblem(String app, String description) {
    public InboundProblem {
        requireNonNull(app, "app");
        requireNonNull(description, "description");
    }

    /** Returns the description with the name of the app before it. */
    public String describe() {
        return app.isEmpty() ? description : Messages.InboundProblem_ofApp(app, description);
    }
}
