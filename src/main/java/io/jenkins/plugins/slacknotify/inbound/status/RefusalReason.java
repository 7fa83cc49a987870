package io.jenkins.plugins.slacknotify.inbound.status;

/** The reason why a request was not done. */
public enum RefusalReason {
    /** The method of the request is not POST. */
    METHOD,
    /** Requests from Slack are switched off. */
    OFF,
    /** No signing secret is set, so nothing can be verified. */
    NO_SECRET,
    /** No signature, or none of Slack's form. */
    UNSIGNED,
    /** Signed with another secret, or changed on the way. */
    SIGNATURE,
    /** Signed with our secret, but at another time: a clock is off, or somebody repeats an old request. */
    CLOCK,
    /** A request that was taken already, repeated to the byte. */
    REPLAY,
    /** No body, perhaps because something in Jenkins has read it before. */
    EMPTY,
    /** Larger than anything that Slack sends. */
    TOO_LARGE,
    /** Neither JSON nor a form that can be read. */
    UNREADABLE,
    /** Meant for another app. */
    FOREIGN_APP,
    /** From a workspace in which the app is not installed for this Jenkins. */
    FOREIGN_WORKSPACE,
    /** From a member of another organisation, in a shared channel. */
    OUTSIDER,
    /** The ability is switched off. */
    ABILITY_OFF,
    /** Too many requests of one member. */
    TOO_MANY,
    /** Too many requests at once. */
    BUSY,
    /** The disk did not take it. */
    NOT_KEPT
}
