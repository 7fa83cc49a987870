package io.jenkins.plugins.slacknotify.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** Something that goes wrong with a call on its way to Slack or back. Immutable; made by the methods below. */
public final class Fault {
    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();
    private static final SocketEffect CLOSE_OUTPUT = new SocketEffect.CloseSocket(false, false, true);

    private final String name;
    private final Optional<String> errorInstead;
    private final UnaryOperator<MockResponse> effect;
    private final boolean hanging;

    private Fault(String name, Optional<String> errorInstead, UnaryOperator<MockResponse> effect, boolean hanging) {
        this.name = name;
        this.errorInstead = errorInstead;
        this.effect = effect;
        this.hanging = hanging;
    }

    /** The call is carried out at once; its answer comes late. */
    public static Fault delay(Duration delay) {
        return carriedOut(
                        "delay " + delay,
                        answer -> answer.newBuilder()
                                .headersDelay(delay.toNanos(), TimeUnit.NANOSECONDS)
                                .build())
                .hanging();
    }

    /** 429 with {@code Retry-After} in whole seconds; the call is not carried out. */
    public static Fault rateLimited(Duration retryAfter) {
        return rateLimited(String.valueOf(retryAfter.toSeconds()));
    }

    /** 429 with exactly that {@code Retry-After}, which need not be a number; the call is not carried out. */
    public static Fault rateLimited(String retryAfter) {
        return instead(
                "429 Retry-After " + retryAfter,
                "ratelimited",
                answer -> answer.newBuilder()
                        .code(429)
                        .setHeader("Retry-After", retryAfter)
                        .build());
    }

    /** 429 without {@code Retry-After}; the call is not carried out. */
    public static Fault rateLimited() {
        return instead(
                "429 without Retry-After",
                "ratelimited",
                answer -> answer.newBuilder().code(429).build());
    }

    /** An error of Slack's front servers, with a body that is no JSON; the call is not carried out. */
    public static Fault status(int status) {
        return instead("status " + status, "", answer -> Answers.of(status, "text/plain", "upstream failed"));
    }

    /** That status with that text, which is said to be JSON; the call is not carried out. */
    public static Fault answer(int status, String text) {
        return instead("answer " + status, "", answer -> Answers.of(status, "application/json; charset=utf-8", text));
    }

    /** 200 with a page, as a proxy's sign-in does; the call is not carried out. */
    public static Fault html() {
        return instead(
                "HTML", "", answer -> Answers.html(200, "<!DOCTYPE html><title>Sign in</title><h1>Sign in</h1>"));
    }

    /** 200 with no body; the call is not carried out. */
    public static Fault empty200() {
        return instead("empty 200", "", answer -> Answers.of(200, "application/json; charset=utf-8", ""));
    }

    /** 200 with JSON that does not end before so many bytes; the call is not carried out. */
    public static Fault hugeBody(long bytes) {
        return instead(
                "body of " + bytes + " bytes",
                "",
                answer -> new MockResponse.Builder()
                        .setHeader("Content-Type", "application/json; charset=utf-8")
                        .body(new EndlessJson(bytes))
                        .build());
    }

    /** The call is carried out, but the second half of the JSON is missing. */
    public static Fault truncatedJson() {
        return carriedOut("truncated JSON", HalfBody::of);
    }

    /** The call is carried out, but a filter in between puts a page with that status in the place of its answer. */
    public static Fault acceptedButAnswerBlocked(int status) {
        return carriedOut("accepted but " + status, answer -> Answers.html(status, "<h1>Blocked</h1>"));
    }

    /** The connection closes without an answer; the call is not carried out. */
    public static Fault closeBeforeReading() {
        return instead(
                "closed before reading",
                "",
                answer -> answer.newBuilder().onResponseStart(CLOSE).build());
    }

    /** Slack's half of the connection closes without an answer, the other stays open; the call is not carried out. */
    public static Fault halfClosed() {
        return instead(
                "half closed",
                "",
                answer -> answer.newBuilder().onResponseStart(CLOSE_OUTPUT).build());
    }

    /** The call is carried out, but the connection closes before the answer. */
    public static Fault acceptedButAnswerLost() {
        return carriedOut(
                "accepted but answer lost",
                answer -> answer.newBuilder().onResponseStart(CLOSE).build());
    }

    /** The call is answered; then the connection closes without notice, and the next call finds it stale. */
    public static Fault closedAfterAnswer() {
        return carriedOut(
                "closed after the answer",
                answer -> answer.newBuilder().onResponseEnd(CLOSE).build());
    }

    /** Nothing ever comes back and the connection stays open; the call is not carried out. */
    public static Fault never() {
        return instead(
                        "never answered",
                        "",
                        answer -> answer.newBuilder()
                                .onResponseStart(SocketEffect.Stall.INSTANCE)
                                .build())
                .hanging();
    }

    /** 302 to another address; the call is not carried out. */
    public static Fault redirect(String url) {
        return instead(
                "redirect",
                "",
                answer -> new MockResponse.Builder()
                        .code(302)
                        .setHeader("Location", url)
                        .build());
    }

    /** 200 with {@code "ok":false} and that error; the call is not carried out. */
    public static Fault error(String slackError) {
        return instead("error " + slackError, slackError, answer -> answer);
    }

    private static Fault carriedOut(String name, UnaryOperator<MockResponse> effect) {
        return new Fault(name, Optional.empty(), effect, false);
    }

    private static Fault instead(String name, String error, UnaryOperator<MockResponse> effect) {
        return new Fault(name, Optional.of(error), effect, false);
    }

    private Fault hanging() {
        return new Fault(name, errorInstead, effect, true);
    }

    /** Whether the answer comes late, or never. */
    boolean isHanging() {
        return hanging;
    }

    /** The error that stands for the call's answer; not there where the call does what it should. */
    Optional<String> errorInstead() {
        return errorInstead;
    }

    MockResponse spoil(MockResponse answer) {
        return effect.apply(answer);
    }

    @Override
    public String toString() {
        return name;
    }
}
