package io.jenkins.plugins.slacknotify.sandbox.app;

import io.jenkins.plugins.slacknotify.sandbox.rules.Violation;
import java.util.List;

/** Slack's no to what an app does with a view, a {@code trigger_id} or a {@code response_url}. */
public final class AppRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    AppRefusal(String error) {
        this(error, List.of());
    }

    AppRefusal(String error, List<Violation> violations) {
        super(error + (violations.isEmpty() ? "" : " " + violations), null, false, false);
        this.violations = List.copyOf(violations);
    }

    public String error() {
        return getMessage().split(" ")[0];
    }

    /** Returns what is wrong in the view; may be empty. */
    public List<Violation> violations() {
        return violations;
    }
}
