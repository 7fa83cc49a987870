package io.jenkins.plugins.slacknotify.sandbox.rules;

/** The source of a rule of the sandbox, so that nobody takes a guess for Slack's word. */
public enum Provenance {
    /** Slack's documentation or its published SDK says so. */
    DOCUMENTED,

    /** Seen in answers that others reported, or concluded; the real Slack may differ. */
    INFERRED
}
