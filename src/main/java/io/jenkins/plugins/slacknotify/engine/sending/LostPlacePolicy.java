package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.notification.AuthorMessage;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.ThreadPage;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;

/** What is done with a message if Slack refuses its place: the thread that it replies to, or the message that it changes. */
enum LostPlacePolicy {
    /**
     * The message is posted outside of the thread. If the channel is lost as well, it is posted to the channel that has the name now, even
     * if that is in another workspace.
     */
    STAND_ALONE,

    /** The message is posted outside of the thread, in the same channel. If the channel is lost, the message waits for a person. */
    STAND_ALONE_IN_CHANNEL,

    /** The message is not sent, because it makes no sense at another place. */
    LEAVE_OUT;

    /** Returns the policy for a message. News can stand alone, details cannot, and an author has chosen one channel. */
    static LostPlacePolicy of(Message message) {
        return message.accept(new Message.Visitor<LostPlacePolicy>() {
            @Override
            public LostPlacePolicy visit(BuildNews news) {
                return news.isResolving() ? LEAVE_OUT : STAND_ALONE;
            }

            @Override
            public LostPlacePolicy visit(AuthorMessage author) {
                return STAND_ALONE_IN_CHANNEL;
            }

            @Override
            public LostPlacePolicy visit(ThreadPage page) {
                return LEAVE_OUT;
            }
        });
    }

    /** Whether Slack's answer to a reply or a change says that the place of the message is lost. */
    boolean isLost(SlackResult<?> result) {
        return result.isRefused(Refusal::isAboutTheEarlierMessage)
                || (this != STAND_ALONE_IN_CHANNEL && result.isRefused(Refusal::isAboutALostChannel));
    }
}
