package io.jenkins.plugins.slacknotify.sandbox.rules;

/** A violation: what is wrong, and where, as a JSON pointer; {@link #toString()} has the form of Slack's answers. */
public record Violation(String problem, String pointer) {
    @Override
    public String toString() {
        return problem + " [json-pointer:" + pointer + "]";
    }
}
