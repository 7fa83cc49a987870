package io.jenkins.plugins.slacknotify.personal;

import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.EventKindChoices;
import io.jenkins.plugins.slacknotify.config.Trouble;
import io.jenkins.plugins.slacknotify.message.Mrkdwn;
import io.jenkins.plugins.slacknotify.people.Claims;
import io.jenkins.plugins.slacknotify.people.IssuedCode;
import io.jenkins.plugins.slacknotify.people.Preferences;
import io.jenkins.plugins.slacknotify.slack.Answer;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.SlackUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message that a user lets Jenkins write to them, or to somebody whom they take for themselves.
 *
 * @param account the id of the user's account
 * @param name the member id or e-mail address to write to
 * @param own whether it is the user's, so that no code is needed
 * @param preferences what counts at present
 * @param jenkins the address of Jenkins
 */
record TestMessage(String account, String name, boolean own, Preferences preferences, String jenkins) {

    /** Counts against the limits for codes even where none is sent, so that nobody can be flooded this way either. */
    FormValidation send(Claims claims, Messenger messenger) {
        IssuedCode issued = claims.issue(account, name);
        if (issued instanceof IssuedCode.Code code) {
            return send(code, messenger);
        }
        Instant again = ((IssuedCode.TooSoon) issued).again();
        long minutes = Duration.between(Instant.now(), again).toMinutes() + 1;
        return FormValidation.error(Messages.TestMessage_tooSoon(minutes));
    }

    private FormValidation send(IssuedCode.Code code, Messenger messenger) {
        Answer<Optional<SlackUser>> found = messenger.find(name);
        if (!(found instanceof Answer.Success<Optional<SlackUser>> success)) {
            return FormValidation.error(Messages.TestMessage_notAsked(Trouble.in(found)));
        }
        return success.value()
                .filter(SlackUser::isReachable)
                .map(member -> write(member, own ? sample() : withCode(code), messenger))
                .orElseGet(() -> FormValidation.error(Messages.TestMessage_notFound(name)));
    }

    private FormValidation write(SlackUser member, String text, Messenger messenger) {
        Answer<MessageLocation> written = messenger.write(member, text);
        if (!(written instanceof Answer.Success<MessageLocation>)) {
            return FormValidation.error(Messages.TestMessage_notSent(Trouble.in(written)));
        }
        return FormValidation.ok(own ? Messages.TestMessage_sent() : Messages.TestMessage_codeSent());
    }

    private String withCode(IssuedCode.Code code) {
        return Messages.TestMessage_code(
                code.digits(), Mrkdwn.escape(account), Mrkdwn.escape(jenkins), Claims.VALID.toMinutes());
    }

    private String sample() {
        return Messages.TestMessage_sample(Mrkdwn.escape(account), Mrkdwn.escape(jenkins), told());
    }

    /** What would be told, in a sentence without anything in it that somebody has written. */
    private String told() {
        List<String> events = EventKindChoices.all().stream()
                .filter(preferences.events()::contains)
                .map(EventKindChoices::name)
                .collect(Collectors.toList());
        if (preferences.startedByMe()) {
            events.add(Messages.TestMessage_startedByMe());
        }
        return events.isEmpty() ? Messages.TestMessage_nothing() : Messages.TestMessage_told(String.join(", ", events));
    }
}
