package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.form.EventKindLabels;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.people.account.IssuedCode;
import io.jenkins.plugins.slacknotify.people.account.VerificationCodes;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The test message that a user sends to the member of Slack whom they claim to be. It has a code unless this is proven.
 *
 * @param account the id of the user's account
 * @param name the member id or e-mail address of the recipient
 * @param own whether the recipient is proven to be the user, so that no code is needed
 * @param preferences the preferences of the user
 * @param jenkins the address of Jenkins
 */
record VerificationMessage(String account, String name, boolean own, Preferences preferences, String jenkins) {

    /**
     * Sends the message, and returns the result as the message of the form. It counts against the limits for codes even where it has
     * none, so that nobody can be flooded with it.
     *
     * @param problem describes a failed call to whoever reads the form
     */
    FormValidation send(VerificationCodes claims, DirectMessenger messenger, Function<SlackResult<?>, String> problem) {
        IssuedCode issued = claims.issue(account, name);
        if (issued instanceof IssuedCode.Code code) {
            return send(code, messenger, problem);
        }
        Instant again = ((IssuedCode.TooSoon) issued).again();
        long minutes = Duration.between(Instant.now(), again).toMinutes() + 1;
        return FormValidation.error(Messages.VerificationMessage_tooSoon(minutes));
    }

    private FormValidation send(
            IssuedCode.Code code, DirectMessenger messenger, Function<SlackResult<?>, String> problem) {
        SlackResult<Optional<SlackUser>> found = messenger.find(name);
        if (!(found instanceof SlackResult.Success<Optional<SlackUser>> success)) {
            return FormValidation.error(Messages.VerificationMessage_notAsked(problem.apply(found)));
        }
        SlackUser member = success.value().orElse(null);
        return member != null && member.isReachable()
                ? send(member, own ? sample() : withCode(code), messenger, problem)
                : FormValidation.error(unreachable(member));
    }

    /** Why nobody reads what is sent, and what to enter. */
    private String unreachable(@CheckForNull SlackUser member) {
        if (member == null) {
            return Messages.VerificationMessage_notFound(name);
        }
        return member.bot() ? Messages.VerificationMessage_bot(name) : Messages.VerificationMessage_deactivated(name);
    }

    private FormValidation send(
            SlackUser member, String text, DirectMessenger messenger, Function<SlackResult<?>, String> problem) {
        SlackResult<MessageLocation> written = messenger.send(member, text);
        if (!(written instanceof SlackResult.Success<MessageLocation>)) {
            return FormValidation.error(Messages.VerificationMessage_notSent(problem.apply(written)));
        }
        return FormValidation.ok(own ? Messages.VerificationMessage_sent() : Messages.VerificationMessage_codeSent());
    }

    private String withCode(IssuedCode.Code code) {
        return Messages.VerificationMessage_code(
                code.digits(), Mrkdwn.escape(account), Mrkdwn.escape(jenkins), VerificationCodes.VALIDITY.toMinutes());
    }

    private String sample() {
        return Messages.VerificationMessage_sample(Mrkdwn.escape(account), Mrkdwn.escape(jenkins), summary());
    }

    /** Lists the events of which the user gets direct messages. It contains nothing that a person has typed. */
    private String summary() {
        List<String> events = EventKindLabels.all().stream()
                .filter(preferences.events()::contains)
                .map(EventKindLabels::name)
                .collect(Collectors.toList());
        if (preferences.startedByMe()) {
            events.add(Messages.VerificationMessage_startedByMe());
        }
        return events.isEmpty()
                ? Messages.VerificationMessage_nothing()
                : Messages.VerificationMessage_events(String.join(", ", events));
    }
}
