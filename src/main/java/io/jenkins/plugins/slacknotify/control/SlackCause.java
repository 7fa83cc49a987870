package io.jenkins.plugins.slacknotify.control;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;

/**
 * The cause of a build that somebody has started from Slack. To everybody else it is the cause of a build that the account's
 * owner has started.
 *
 * <p>It is stored in the build's own file, and in the queue; the names of the fields are those there.
 */
public class SlackCause extends Cause.UserIdCause {
    private final String request;
    private final String member;
    private final String channel;

    /**
     * @param account the id of the account for which it was started
     * @param request the id of the request from Slack, by which the start is found after a crash
     * @param member the member of Slack; empty where it is not known
     * @param channel the name or id of the conversation in which it was asked; null where there is none
     */
    public SlackCause(String account, String request, String member, @CheckForNull String channel) {
        super(account);
        this.request = request;
        this.member = member;
        this.channel = channel;
    }

    /** Returns the id of the request from Slack. */
    public String getRequest() {
        return request;
    }

    /** Returns the member of Slack; empty where it is not known. */
    public String getMember() {
        return member == null ? "" : member;
    }

    @Override
    public String getShortDescription() {
        String place = channel == null ? "" : " " + channel;
        return super.getShortDescription() + " from Slack" + place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlackCause cause && cause.request.equals(request);
    }

    @Override
    public int hashCode() {
        return request.hashCode();
    }
}
