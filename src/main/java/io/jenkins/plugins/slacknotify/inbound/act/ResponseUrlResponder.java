package io.jenkins.plugins.slacknotify.inbound.act;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.api.ResponseUrl;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.interactivity.ResponseUrlClient;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A responder that answers at the {@code response_url} of a request, as long as that is worth something: five times, for 30
 * minutes. Where there is none, or it is used up, another responder answers, in person.
 */
public final class ResponseUrlResponder implements Responder {
    /** How long a {@code response_url} is used. It is a little less than the 30 minutes that Slack counts. */
    static final Duration LIFETIME = Duration.ofMinutes(29);

    private final ResponseUrlClient slack;
    private final Supplier<URI> apiUrl;
    private final Responder inPerson;
    private final InstantSource clock;

    /**
     * @param apiUrl where the Web API is: decides which addresses are called
     * @param inPerson answers as the bot where there is no other way
     */
    public ResponseUrlResponder(
            ResponseUrlClient slack, Supplier<URI> apiUrl, Responder inPerson, InstantSource clock) {
        this.slack = slack;
        this.apiUrl = apiUrl;
        this.inPerson = inPerson;
        this.clock = clock;
    }

    @Override
    public SendResult respond(RequestOrigin origin, Answer answer) {
        boolean isAlive = clock.instant().isBefore(origin.receivedAt().plus(LIFETIME));
        Optional<ResponseUrl> address =
                isAlive ? ResponseUrl.of(origin.ticket().responseUrl(), apiUrl.get()) : Optional.empty();
        return address.isPresent() ? post(address.get(), origin, answer) : inPerson.respond(origin, answer);
    }

    private SendResult post(ResponseUrl address, RequestOrigin origin, Answer answer) {
        SlackResult<ResponseUrl> result = slack.post(address, answer.json());
        if (result instanceof SlackResult.Success<?>) {
            return new SendResult.Sent("", null);
        }
        if (result instanceof SlackResult.RateLimited<?> limited) {
            return new SendResult.Retry(limited.retryAfter(), "Slack takes no more answers at the moment");
        }
        if (result instanceof SlackResult.Unreachable<?> unreachable) {
            return new SendResult.Retry(null, unreachable.why());
        }
        if (result instanceof SlackResult.Unknown<?> unknown) {
            // Slack cannot be asked whether it has come. One that all see must not come twice.
            return answer.placement().mayBeRepeated()
                    ? new SendResult.Retry(null, unknown.why())
                    : new SendResult.Sent("", Note.of("Perhaps it has not arrived: " + unknown.why()));
        }
        return inPerson.respond(origin, answer);
    }
}
