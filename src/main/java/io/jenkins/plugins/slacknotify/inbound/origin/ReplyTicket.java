package io.jenkins.plugins.slacknotify.inbound.origin;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The means to answer a request, which Slack hands out with it: whoever has them may write in Slack for half an hour. So they are kept in
 * memory only, belong in no file and no log, and {@link #toString} masks them.
 *
 * @param responseUrl where answers go, five times in 30 minutes; null where there is none, as with events. Anybody could
 *     have written it: call it only through {@code inbound.act.ResponseUrl}
 * @param triggerId opens a modal, once, within three seconds of Slack's clock; null where there is none
 */
public record ReplyTicket(
        @CheckForNull String responseUrl, @CheckForNull String triggerId) {
    /** The ticket of a request that can be answered in person only. */
    public static final ReplyTicket NONE = new ReplyTicket(null, null);

    @Override
    public String toString() {
        return "ReplyTicket[" + (responseUrl == null ? "" : "response_url") + (triggerId == null ? "" : " trigger_id")
                + "]";
    }
}
