package io.jenkins.plugins.slacknotify.interaction.claim;

/** The result of claiming a bad build, or of releasing it. */
public sealed interface ClaimResult {
    record Done() implements ClaimResult {}

    /** Somebody looks after it already. @param by the name of that person */
    record Taken(String by) implements ClaimResult {}

    /** The build cannot be claimed: it is not bad, or a later build is good. */
    record NotBad() implements ClaimResult {}

    /** The build cannot be released, as nobody has claimed it. */
    record NobodyHas() implements ClaimResult {}

    /** The account may read no such build; there may be none. */
    record NoSuchBuild() implements ClaimResult {}
}
