package io.jenkins.plugins.slacknotify.event.build;

import io.jenkins.plugins.slacknotify.event.text.EnumParser;

/** The kind of a branch, as rules distinguish it. */
public enum BranchKind {
    /** The branch that the source names as the one that matters most, such as {@code main}. */
    PRIMARY("primary"),
    /** A proposed change, by whatever name its forge calls it. */
    PULL_REQUEST("pullRequest"),
    OTHER("other");

    private final String id;

    BranchKind(String id) {
        this.id = id;
    }

    /** The name as it is written in configuration files. */
    public String id() {
        return id;
    }

    public static BranchKind of(Branch branch) {
        if (branch.pullRequest() != null) {
            return PULL_REQUEST;
        }
        return branch.primary() ? PRIMARY : OTHER;
    }

    /**
     * Parses a kind as people write it; case, {@code _} and {@code -} do not matter.
     *
     * @throws IllegalArgumentException with a message that names the valid kinds
     */
    public static BranchKind parse(String text) {
        return EnumParser.parse(BranchKind.class, "kind of branch", text, BranchKind::id);
    }
}
