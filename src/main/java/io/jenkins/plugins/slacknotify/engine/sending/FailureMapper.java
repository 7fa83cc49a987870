package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What an answer other than a success means for the outbox. */
record FailureMapper(InstantSource clock) {
    /** Jenkins' own time zone, as on all its pages. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    /** Of a call that posts or changes something: where no answer came, it may have done so. */
    SendResult fromPost(SlackResult<?> answer) {
        return answer instanceof SlackResult.Unknown<?> unknown
                ? new SendResult.Uncertain(unknown.why())
                : fromQuery(answer);
    }

    /** Of a call that only reads, and can be repeated. */
    SendResult fromQuery(SlackResult<?> answer) {
        if (answer instanceof SlackResult.RateLimited<?> limited) {
            return new SendResult.Retry(limited.retryAfter(), rateLimited(limited.retryAfter()));
        }
        if (answer instanceof SlackResult.Refused<?> refused) {
            return refused(refused.refusal());
        }
        if (answer instanceof SlackResult.Unreachable<?> unreachable) {
            return new SendResult.Retry(null, unreachable.why());
        }
        if (answer instanceof SlackResult.Unknown<?> unknown) {
            return new SendResult.Retry(null, unknown.why());
        }
        throw new IllegalArgumentException("A success is no obstacle");
    }

    String rateLimited(Duration pause) {
        return "rate limited until " + TIME.format(clock.instant().plus(pause));
    }

    private static SendResult refused(Refusal refusal) {
        String reason = RefusalNote.of(refusal);
        if (!refusal.permanent()) {
            return new SendResult.Retry(null, reason);
        }
        return refusal.isAboutTheMessage() ? new SendResult.Refused(reason) : new SendResult.Held(reason);
    }
}
