package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.outbox.Attempt;
import io.jenkins.plugins.slacknotify.slack.Answer;
import io.jenkins.plugins.slacknotify.slack.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What an answer other than a success means for the outbox. */
record Obstacles(InstantSource clock) {
    /** Jenkins' own time zone, as on all its pages. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    /** Of a call that posts or changes something: where no answer came, it may have done so. */
    Attempt ofPost(Answer<?> answer) {
        return answer instanceof Answer.Unknown<?> unknown ? new Attempt.Uncertain(unknown.why()) : ofQuestion(answer);
    }

    /** Of a call that only reads, and can be repeated. */
    Attempt ofQuestion(Answer<?> answer) {
        if (answer instanceof Answer.RateLimited<?> limited) {
            return new Attempt.Later(limited.retryAfter(), rateLimited(limited.retryAfter()));
        }
        if (answer instanceof Answer.Refused<?> refused) {
            return refused(refused.refusal());
        }
        if (answer instanceof Answer.Unreachable<?> unreachable) {
            return new Attempt.Later(null, unreachable.why());
        }
        if (answer instanceof Answer.Unknown<?> unknown) {
            return new Attempt.Later(null, unknown.why());
        }
        throw new IllegalArgumentException("A success is no obstacle");
    }

    String rateLimited(Duration pause) {
        return "rate limited until " + TIME.format(clock.instant().plus(pause));
    }

    private static Attempt refused(Refusal refusal) {
        String reason = RefusalNote.of(refusal);
        if (!refusal.permanent()) {
            return new Attempt.Later(null, reason);
        }
        return refusal.isAboutTheMessage() ? new Attempt.Refused(reason) : new Attempt.Held(reason);
    }
}
