package io.jenkins.plugins.slacknotify.inbound.status;

/** The reason why a request was not done. */
public enum RefusalReason {
    /** The method of the request is not POST. */
    METHOD,
    /** Requests from Slack are switched off. */
    OFF,
    /** No signing secret is set, so nothing can be verified. */
    NO_SECRET,
    /** The request has no signature, or none of Slack's form. */
    UNSIGNED,
    /** The request was signed with another secret, or was changed on the way. */
    SIGNATURE,
    /** Signed with our secret, but at another time: a clock is off, or somebody repeats an old request. */
    CLOCK,
    /** The request repeats one that was taken already, byte by byte. */
    REPLAY,
    /** The request has no body, perhaps because something in Jenkins has read it before. */
    EMPTY,
    /** The request is larger than anything that Slack sends. */
    TOO_LARGE,
    /** The body is neither JSON nor a form that can be read. */
    UNREADABLE,
    /** The request is meant for another app. */
    FOREIGN_APP,
    /** The request comes from a workspace in which the app is not installed for this Jenkins. */
    FOREIGN_WORKSPACE,
    /** The request comes from a member of another organisation, in a shared channel. */
    OUTSIDER,
    /** The ability that the request needs is switched off. */
    ABILITY_OFF,
    /** The member has sent too many requests in a minute. */
    TOO_MANY,
    /** Too many requests are under way at once. */
    BUSY,
    /** The disk did not take the request. */
    NOT_KEPT
}
