package io.jenkins.plugins.slacknotify.inbound.http;

import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.GateReply;
import io.jenkins.plugins.slacknotify.inbound.InboundGate;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.RequestDeduplicator;
import io.jenkins.plugins.slacknotify.inbound.app.SignatureVerifier;
import io.jenkins.plugins.slacknotify.inbound.app.SignatureVerifier.Result;
import io.jenkins.plugins.slacknotify.inbound.parsing.ParsedBody;
import io.jenkins.plugins.slacknotify.inbound.parsing.RequestParser;
import io.jenkins.plugins.slacknotify.inbound.parsing.UnreadableRequestException;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalReason;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/**
 * The transport by which Slack calls this Jenkins.
 *
 * <p>Everybody may call it, so it does nothing before it has verified the signature over the raw bytes, and of what is not
 * signed it does not even read the body. There are two exceptions, which have no effect: the question whether the
 * certificate works ({@code ssl_check}), and, while no signing secret is set, the question whether the address works
 * ({@code url_verification}): Slack asks it when the address is saved, before Jenkins can know the secret.
 *
 * <p>Safe for use by many threads. It has none of its own, and keeps nothing but the signatures of the last minutes.
 */
public final class HttpTransport {
    /** How large a body may be. The largest that Slack sends is a message with all its blocks. */
    public static final int MAX_BODY = 1 << 20;

    /** How large a body may be that is looked at though it is not signed. */
    private static final int MAX_UNSIGNED_BODY = 4_096;

    /** How long a signature is remembered: as long as it is valid. The time of a request may be that much ahead of the clock, or behind it. */
    private static final Duration RETENTION =
            SignatureVerifier.TOLERANCE.multipliedBy(2).plusSeconds(1);

    /** 66 a second for as long as signatures are kept; Slack stays far below. */
    private static final int MAX_SIGNATURES = 40_000;

    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    private static final String SIGNATURE = "X-Slack-Signature";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final HttpReply OK = HttpReply.text(200, "");

    private final InboundGate gate;
    private final RequestParser parser;
    private final SignatureVerifier verifier;

    /**
     * The signatures of the latest requests, so that nobody repeats a request that was listened in on. If Slack repeats a request, the time
     * differs, and so the signature.
     */
    private final RequestDeduplicator signatures;

    public HttpTransport(InboundGate gate, InstantSource clock) {
        this.gate = gate;
        this.parser = new RequestParser(clock);
        this.verifier = new SignatureVerifier(clock);
        this.signatures = new RequestDeduplicator(clock, RETENTION, MAX_SIGNATURES);
    }

    /**
     * Takes one HTTP request.
     *
     * @throws IOException where its body cannot be read
     */
    public HttpReply handle(HttpRequest request) throws IOException {
        InboundSettings settings = gate.settings();
        if (!settings.enabled()) {
            return refuse(404, RefusalReason.OFF, HttpReply.SWITCHED_OFF);
        }
        if (!request.method().equals("POST")) {
            return refuse(
                            405,
                            RefusalReason.METHOD,
                            "Slack sends its requests here, by POST. There is nothing to see for a browser.")
                    .with("Allow", "POST");
        }
        boolean signed = SignatureVerifier.isSigned(request.header(TIMESTAMP), request.header(SIGNATURE));
        return signed && settings.canVerify() ? handleSigned(request, settings) : handleUnsigned(request, settings);
    }

    private HttpReply handleUnsigned(HttpRequest request, InboundSettings settings) throws IOException {
        boolean mayBeAllowed = isForm(request) || !settings.canVerify();
        if (mayBeAllowed && request.length() <= MAX_UNSIGNED_BODY) {
            byte[] body = request.body().readNBytes(MAX_UNSIGNED_BODY);
            if (isCertificateCheck(request, body)) {
                return OK;
            }
            if (!settings.canVerify()) {
                return echo(request, body);
            }
        }
        return settings.canVerify()
                ? refuse(
                        401,
                        RefusalReason.UNSIGNED,
                        "It has no signature of Slack. Either it does not come from Slack, or something on the way removes"
                                + " the headers " + TIMESTAMP + " and " + SIGNATURE + ".")
                : refuseWithoutSecret();
    }

    private HttpReply refuseWithoutSecret() {
        return refuse(
                403,
                RefusalReason.NO_SECRET,
                "No signing secret is set, so nothing can be verified. Choose it in Manage Jenkins » Slack » Commands and buttons.");
    }

    private boolean isCertificateCheck(HttpRequest request, byte[] body) {
        try {
            return isForm(request)
                    && parser.parseBody(request.header(CONTENT_TYPE), body) instanceof ParsedBody.CertificateCheck;
        } catch (UnreadableRequestException e) {
            return false;
        }
    }

    private static boolean isForm(HttpRequest request) {
        String type = request.header(CONTENT_TYPE);
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** While no secret is set, a challenge of letters and digits is sent back as plain text, and nothing else is done. */
    private HttpReply echo(HttpRequest request, byte[] body) {
        try {
            return parser.parseBody(request.header(CONTENT_TYPE), body) instanceof ParsedBody.Challenge challenge
                    ? HttpReply.text(200, challenge.challenge())
                    : refuseWithoutSecret();
        } catch (UnreadableRequestException e) {
            return refuseWithoutSecret();
        }
    }

    private HttpReply handleSigned(HttpRequest request, InboundSettings settings) throws IOException {
        if (request.length() > MAX_BODY) {
            return refuseTooLarge();
        }
        byte[] body = request.body().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return refuseTooLarge();
        }
        if (body.length == 0) {
            return refuseEmpty(request);
        }
        Result result = verifier.verify(settings.apps(), request.header(TIMESTAMP), request.header(SIGNATURE), body);
        if (result instanceof Result.WrongTime wrong) {
            return refuseWrongTime(request, body, wrong.behind());
        }
        if (result instanceof Result.Genuine genuine) {
            return handleGenuine(request, body, genuine);
        }
        return refuse(
                401,
                RefusalReason.SIGNATURE,
                "Its signature is not that of the signing secret. Either it does not come from Slack, or the secret is that"
                        + " of another app or was renewed (compare it with \"Basic Information\" of the app), or"
                        + " something on the way changes the body.");
    }

    private HttpReply handleGenuine(HttpRequest request, byte[] body, Result.Genuine genuine) {
        return switch (signatures.begin(genuine.signature())) {
            case TAKEN -> {
                refuseCopy();
                yield OK;
            }
            case IN_PROGRESS -> {
                // A proxy may give this answer to Slack, and the first one may still fail.
                refuseCopy();
                yield HttpReply.text(503, "The same request is being taken at this moment");
            }
            case NEW -> takeOnce(request, body, genuine);
        };
    }

    private HttpReply takeOnce(HttpRequest request, byte[] body, Result.Genuine genuine) {
        boolean isTaken = false;
        try {
            HttpReply reply = take(request, body, genuine);
            isTaken = reply.status() == OK.status();
            return reply;
        } finally {
            signatures.end(genuine.signature(), isTaken);
        }
    }

    private void refuseCopy() {
        gate.refusals()
                .refused(
                        RefusalReason.REPLAY,
                        "It came a second time, the same to the byte. Either a proxy sends requests twice, or somebody"
                                + " repeats what Slack has sent.");
    }

    private HttpReply take(HttpRequest request, byte[] body, Result.Genuine genuine) {
        try {
            ParsedBody parsed = parser.provenBy(genuine.app().name()).parseBody(request.header(CONTENT_TYPE), body);
            if (parsed instanceof ParsedBody.Challenge challenge) {
                return HttpReply.text(200, challenge.challenge());
            }
            return parsed instanceof ParsedBody.Request read ? reply(gate.receive(genuine.app(), read.request())) : OK;
        } catch (UnreadableRequestException e) {
            return refuse(
                    400, RefusalReason.UNREADABLE, "Slack has signed it, but it cannot be read. " + e.getMessage());
        }
    }

    private static HttpReply reply(GateReply reply) {
        if (reply instanceof GateReply.Acknowledged acknowledged) {
            Acknowledgement acknowledgement = acknowledged.acknowledgement();
            return acknowledgement.isEmpty() ? OK : HttpReply.json(acknowledgement.json());
        }
        return HttpReply.text(503, ((GateReply.TryAgain) reply).why());
    }

    private HttpReply refuseTooLarge() {
        return refuse(
                413,
                RefusalReason.TOO_LARGE,
                "It is larger than " + MAX_BODY + " bytes, which no request of Slack is.");
    }

    private HttpReply refuseEmpty(HttpRequest request) {
        return refuse(
                400,
                RefusalReason.EMPTY,
                request.length() > 0
                        ? "Its body of " + request.length()
                                + " bytes was read by something else before it came here: by"
                                + " a filter or a plugin that asks every request for its parameters. Without the"
                                + " raw bytes no signature can be verified."
                        : "It has no body.");
    }

    /** Somebody who has typed a command reads the reason; for all else Slack shows its own words. */
    private HttpReply refuseWrongTime(HttpRequest request, byte[] body, Duration behind) {
        String detail = behind.isNegative()
                ? "Slack has signed it, " + behind.abs().toSeconds()
                        + " seconds in the future by the clock of this Jenkins,"
                        + " which is slow. Set the clock, for example by NTP."
                : "Slack has signed it " + behind.toSeconds() + " seconds ago by the clock of this Jenkins. Either that"
                        + " clock is fast and has to be set, for example by NTP, or somebody repeats an old"
                        + " request.";
        HttpReply refused = refuse(401, RefusalReason.CLOCK, detail);
        return isCommand(request, body)
                ? HttpReply.text(
                        200,
                        "Jenkins did nothing: its clock is " + behind.abs().toSeconds()
                                + " seconds off from that of Slack. Ask an administrator to set it.")
                : refused;
    }

    private boolean isCommand(HttpRequest request, byte[] body) {
        try {
            return parser.parseBody(request.header(CONTENT_TYPE), body) instanceof ParsedBody.Request read
                    && read.request().kind() == RequestKind.SLASH_COMMAND;
        } catch (UnreadableRequestException e) {
            return false;
        }
    }

    /** @param detail for administrators, and for whoever reads the reply; tells nothing that is not public */
    private HttpReply refuse(int status, RefusalReason reason, String detail) {
        gate.refusals().refused(reason, detail);
        return HttpReply.text(status, detail);
    }
}
