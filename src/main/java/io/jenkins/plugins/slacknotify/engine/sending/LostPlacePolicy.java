package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.notification.AuthorMessage;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.ThreadPage;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;

/** The policy for a message that belongs to an earlier one, where Slack does not let it stand there any more. */
enum LostPlacePolicy {
    /**
     * It becomes a message of its own. Where the channel is lost as well, that goes to the channel that bears the name by now, be
     * it a new one or one of another workspace.
     */
    STAND_ALONE,

    /** It becomes a message of its own in the same channel. Where that is lost, it waits for a person. */
    STAND_ALONE_IN_CHANNEL,

    /** It is not sent, because it makes no sense anywhere else. */
    LEAVE_OUT;

    /** The policy for each kind: news stand for themselves, details do not, and an author has chosen the channel. */
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

    /** Whether Slack's answer to a reply or a change says that its place is lost. */
    boolean isLost(SlackResult<?> result) {
        return result.isRefused(Refusal::isAboutTheEarlierMessage)
                || (this != STAND_ALONE_IN_CHANNEL && result.isRefused(Refusal::isAboutALostChannel));
    }
}
