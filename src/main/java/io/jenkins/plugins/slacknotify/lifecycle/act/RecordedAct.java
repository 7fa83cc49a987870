package io.jenkins.plugins.slacknotify.lifecycle.act;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * An act on a build that a member of Slack has asked for. It is stored in the build's own file; the names are those there.
 *
 * @param request the id of the request from Slack
 * @param what what was done, such as {@code approved}
 * @param step the id of the step that it was done to; null for the build as a whole
 * @param account the id of the account for which it was done
 * @param name the name of the account's owner at that time
 * @param member the member of Slack; empty where it is not known
 * @param channel the conversation in which the button stood; null where there was none
 * @param message Slack's timestamp of the message of the button; null where there was none
 * @param at when, in milliseconds since 1970
 * @param values tells an approval from one with other values; null where it is none of several, as in files of earlier versions
 * @param groups those that count for an approval which is one of several; null as {@code values}
 */
public record RecordedAct(
        String request,
        String what,
        @CheckForNull String step,
        String account,
        String name,
        String member,
        @CheckForNull String channel,
        @CheckForNull String message,
        long at,
        @CheckForNull String values,
        @CheckForNull List<String> groups)
        implements Serializable {

    /** Creates an act of which no more is known. */
    public RecordedAct(
            String request,
            String what,
            @CheckForNull String step,
            String account,
            String name,
            String member,
            @CheckForNull String channel,
            @CheckForNull String message,
            long at) {
        this(request, what, step, account, name, member, channel, message, at, null, null);
    }

    /** Returns this act as one of several approvals. */
    public RecordedAct withApproval(String newValues, List<String> newGroups) {
        return new RecordedAct(request, what, step, account, name, member, channel, message, at, newValues, newGroups);
    }

    /** Returns whether this is what a request has done to a step. */
    public boolean isOf(String otherRequest, @CheckForNull String otherStep) {
        return request.equals(otherRequest) && Objects.equals(step, otherStep);
    }
}
