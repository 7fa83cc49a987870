package io.jenkins.plugins.slacknotify.event.build;

import io.jenkins.plugins.slacknotify.event.text.EnumParser;

/** The kind of event that started a build, as rules distinguish it. */
public enum CauseKind {
    /** Somebody pressed a button, replayed a build or used the API. */
    USER("user"),
    /** A commit, found by polling, by a webhook or by scanning a repository. */
    SCM("scm"),
    TIMER("timer"),
    UPSTREAM("upstream"),
    /** Anything else, such as a remote trigger of a plugin. */
    OTHER("other");

    private final String id;

    CauseKind(String id) {
        this.id = id;
    }

    /** The name as it is written in configuration files. */
    public String id() {
        return id;
    }

    /**
     * Parses a kind as people write it; case, {@code _} and {@code -} do not matter.
     *
     * @throws IllegalArgumentException with a message that names the valid kinds
     */
    public static CauseKind parse(String text) {
        return EnumParser.parse(CauseKind.class, "cause", text, CauseKind::id);
    }
}
