package io.jenkins.plugins.slacknotify.sandbox.delivery;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.app.Apps;
import io.jenkins.plugins.slacknotify.sandbox.app.ResponseUrls.Received;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.StateLock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One request to an app, with all that came of it so far. Thread-safe. */
public final class Exchange {
    private final String id;
    private final SandboxApp app;
    private final SlackRequest request;
    private final Place place;
    private final Instant sentAt;
    private final StateLock lock;
    private final Apps apps;
    private final List<Attempt> attempts = new ArrayList<>();
    private String fault = "";

    /**
     * The place where a member asked for something.
     *
     * @param channel null where it was in no channel
     */
    public record Place(String userId, SandboxChannel channel) {}

    /**
     * One delivery.
     *
     * @param way {@code http} or {@code socket}
     * @param status of HTTP; 200 for an acknowledged envelope, 0 where nothing came back in time
     * @param body what came back; empty for a bare acknowledgement
     * @param millis until it came back, or until Slack gave up
     * @param retryNumber 0 for the first
     * @param problem empty where it was acknowledged; otherwise why not
     */
    public record Attempt(String way, int status, String body, double millis, int retryNumber, String problem) {
        public boolean acknowledged() {
            return problem.isEmpty();
        }
    }

    Exchange(String id, SandboxApp app, SlackRequest request, Place place, Instant sentAt, StateLock lock, Apps apps) {
        this.id = id;
        this.app = app;
        this.request = request;
        this.place = place;
        this.sentAt = sentAt;
        this.lock = lock;
        this.apps = apps;
    }

    /** The envelope's id. */
    public String id() {
        return id;
    }

    public SandboxApp app() {
        return app;
    }

    public SlackRequest request() {
        return request;
    }

    public JsonObject payload() {
        return request.payload().deepCopy();
    }

    public Place place() {
        return place;
    }

    public Instant sentAt() {
        return sentAt;
    }

    /** The fault that was played; empty where there was none. */
    public String fault() {
        return lock.read(() -> fault);
    }

    void played(DeliveryFault played) {
        lock.run(() -> fault = played.title());
    }

    void add(Attempt attempt) {
        lock.run(() -> attempts.add(attempt));
    }

    /** Returns the attempts to deliver it, oldest first; none where it could not be delivered. */
    public List<Attempt> attempts() {
        return lock.read(() -> List.copyOf(attempts));
    }

    /** The first delivery that was acknowledged. */
    public Optional<Attempt> acknowledgement() {
        return attempts().stream().filter(Attempt::acknowledged).findFirst();
    }

    public boolean isAcknowledged() {
        return acknowledgement().isPresent();
    }

    /** Returns the body of the response; empty for a bare acknowledgement, and where there was none. */
    public String body() {
        return acknowledgement().map(Attempt::body).orElse("");
    }

    /** As {@link #body}, which must be a JSON object. */
    public JsonObject json() {
        return JsonParser.parseString(body()).getAsJsonObject();
    }

    /** Returns how long it took to be acknowledged. */
    public double millis() {
        return acknowledgement()
                .map(Attempt::millis)
                .orElseThrow(() -> new AssertionError("not acknowledged: " + this));
    }

    /** Returns what Slack tells the member itself, as nobody has acknowledged; empty otherwise, and for events. DOCUMENTED in part. */
    public String slackSays() {
        if (isAcknowledged()
                || request.kind() == SlackRequest.Kind.EVENT
                || attempts().isEmpty()) {
            return "";
        }
        boolean late = attempts().stream().anyMatch(attempt -> attempt.problem().equals("http_timeout"));
        String error = late ? "operation_timeout" : "dispatch_failed";
        return request.kind() == SlackRequest.Kind.COMMAND
                ? request.name() + " failed with the error \"" + error + "\""
                : "This app is not responding.";
    }

    /** Returns the answers to the {@code response_url} so far, those included that Slack has refused. */
    public List<Received> answers() {
        return request.responseUrl() == null ? List.of() : apps.responseUrls().receivedAt(request.responseUrl());
    }

    /**
     * Waits for answers to the {@code response_url}.
     *
     * @throws AssertionError where they do not come
     */
    public List<Received> awaitAnswers(int count, Duration timeout) {
        return await(this::answers, count, timeout, "answer(s) to the response_url");
    }

    /** Returns what the member alone sees in the channel since the request. */
    public List<SandboxMessage> ephemerals() {
        return place.channel() == null
                ? List.of()
                : place.channel().ephemeralsFor(place.userId()).stream()
                        .filter(message -> !message.receivedAt().isBefore(sentAt))
                        .toList();
    }

    /**
     * Waits for ephemeral messages, however they come: in the acknowledgement, to the {@code response_url} or by
     * chat.postEphemeral.
     *
     * @throws AssertionError where they do not come
     */
    public List<SandboxMessage> awaitEphemerals(int count, Duration timeout) {
        return await(this::ephemerals, count, timeout, "ephemeral message(s)");
    }

    /** The views that the request's {@code trigger_id} has opened and that are still open, as they stand now. */
    public List<SandboxView> views() {
        return request.triggerId() == null ? List.of() : apps.views().openedBy(request.triggerId());
    }

    /** Waits for a view. The newest is returned, as it stands then; a "loading" view may be updated later. */
    public SandboxView awaitView(Duration timeout) {
        var views = await(this::views, 1, timeout, "view(s)");
        return views.get(views.size() - 1);
    }

    private <T> List<T> await(Supplier<List<T>> found, int count, Duration timeout, String what) {
        if (lock.await(() -> found.get().size() >= count, timeout)) {
            return found.get();
        }
        throw new AssertionError(
                "expected %d %s within %s, found %s; %s".formatted(count, what, timeout, found.get(), this));
    }

    @Override
    public String toString() {
        return request.name() + " " + attempts() + (fault().isEmpty() ? "" : " fault: " + fault());
    }
}
