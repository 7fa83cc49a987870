package io.jenkins.plugins.slacknotify.event.build;

import io.jenkins.plugins.slacknotify.event.text.EnumParser;

/** The kinds of branch that people want to hear different things of. */
public enum BranchKind {
    /** The branch that the source names as the one that matters most, such as {@code main}. */
    PRIMARY("primary"),
    /** A proposed change, under whatever name its forge has for such. */
    PULL_REQUEST("pullRequest"),
    /** Any other branch. */
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
     * Reads a kind as people write it; case, {@code _} and {@code -} do not matter.
     *
     * @throws IllegalArgumentException with a message that names the kinds there are
     */
    public static BranchKind parse(String text) {
        return EnumParser.parse(BranchKind.class, "kind of branch", text, BranchKind::id);
    }
}
