package io.jenkins.plugins.slacknotify.sandbox.delivery;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.Apps;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.workspace.StateLock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings requests to apps, as Slack does: within three seconds or not at all, events more than once. It returns when there is an
 * acknowledgement or Slack would have given up. Thread-safe.
 */
public final class RequestCourier {
    /** DOCUMENTED. */
    public static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final int KEPT = 500;

    private final StateLock lock;
    private final InstantSource clock;
    private final Apps apps;
    private final HttpDelivery http;
    private final SocketDelivery socket = new SocketDelivery();
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final List<DeliveryFault> faults = new ArrayList<>();
    private final List<Runnable> heldBack = new ArrayList<>();
    private DeliveryFault always;

    public RequestCourier(StateLock lock, InstantSource clock, Apps apps) {
        this.lock = lock;
        this.clock = clock;
        this.apps = apps;
        this.http = new HttpDelivery(clock);
    }

    /** The next requests meet these faults, one each. */
    public void next(DeliveryFault... next) {
        lock.run(() -> faults.addAll(List.of(next)));
    }

    /** Every request meets that fault; null for none. Takes those back that wait. */
    public void always(DeliveryFault fault) {
        lock.run(() -> {
            faults.clear();
            always = fault;
        });
    }

    /** The faults that wait, and then the one that always comes. */
    public List<DeliveryFault> armed() {
        return lock.read(() -> {
            var armed = new ArrayList<>(faults);
            Optional.ofNullable(always).ifPresent(armed::add);
            return armed;
        });
    }

    /** The fault that the next request meets. It must be asked for once a request, before the request is made. */
    public Optional<DeliveryFault> takeFault() {
        return lock.write(() -> Optional.ofNullable(faults.isEmpty() ? always : faults.remove(0)));
    }

    /** The latest requests, oldest first. */
    public List<Exchange> exchanges() {
        return lock.read(() -> List.copyOf(exchanges));
    }

    public Exchange send(SandboxApp app, SlackRequest request, Exchange.Place place) {
        return send(app, request, place, takeFault());
    }

    public Exchange send(SandboxApp app, SlackRequest request, Exchange.Place place, Optional<DeliveryFault> fault) {
        var exchange = new Exchange(
                UUID.randomUUID().toString(), app, spoilt(request, fault), place, clock.instant(), lock, apps);
        fault.ifPresent(exchange::played);
        lock.run(() -> {
            exchanges.addLast(exchange);
            if (exchanges.size() > KEPT) {
                exchanges.removeFirst();
            }
        });
        if (fault.filter(DeliveryFault.OUT_OF_ORDER::equals).isPresent()) {
            lock.run(() -> heldBack.add(() -> deliver(exchange, Optional.empty(), 0)));
            return exchange;
        }
        deliver(exchange, fault, 0);
        takeHeldBack().forEach(Runnable::run);
        return exchange;
    }

    private List<Runnable> takeHeldBack() {
        return lock.write(() -> {
            var taken = List.copyOf(heldBack);
            heldBack.clear();
            return taken;
        });
    }

    private void deliver(Exchange exchange, Optional<DeliveryFault> fault, int retryNumber) {
        boolean twice = fault.filter(DeliveryFault.DUPLICATE::equals).isPresent();
        exchange.app()
                .requestUrl(exchange.request().kind().way(), exchange.request().name())
                .ifPresentOrElse(
                        url -> http.deliver(exchange, url, fault, retryNumber).forEach(exchange::add),
                        () -> socket.deliver(exchange, fault, retryNumber, twice ? 2 : 1)
                                .forEach(exchange::add));
        if (fault.filter(DeliveryFault.RETRY::equals).isPresent()) {
            deliver(exchange, Optional.empty(), retryNumber + 1);
        }
    }

    /**
     * Delivers once more, as Slack does with events: at once, after one minute and after five. The sandbox does so on demand only.
     *
     * @throws IllegalArgumentException for what Slack never repeats
     */
    public Exchange retry(Exchange exchange) {
        if (exchange.request().kind() != SlackRequest.Kind.EVENT) {
            throw new IllegalArgumentException("Slack repeats events only");
        }
        deliver(exchange, Optional.empty(), exchange.attempts().size());
        return exchange;
    }

    /** Delivers those events of an app once more that nobody has acknowledged. */
    public List<Exchange> retryEvents(SandboxApp app) {
        return exchanges().stream()
                .filter(each -> each.app() == app && each.request().kind() == SlackRequest.Kind.EVENT)
                .filter(each -> !each.isAcknowledged())
                .map(this::retry)
                .toList();
    }

    private static SlackRequest spoilt(SlackRequest request, Optional<DeliveryFault> fault) {
        var payload = request.payload().deepCopy();
        fault.ifPresent(played -> {
            if (played == DeliveryFault.OTHER_APP) {
                payload.addProperty("api_app_id", "A0STRANGER");
            } else if (played == DeliveryFault.OTHER_WORKSPACE) {
                toOtherWorkspace(payload);
            }
        });
        return new SlackRequest(request.kind(), payload, request.triggerId(), request.responseUrl());
    }

    private static void toOtherWorkspace(JsonObject payload) {
        String other = "T0STRANGER";
        if (payload.has("team_id")) {
            payload.addProperty("team_id", other);
        }
        if (payload.get("team") instanceof JsonObject team) {
            team.addProperty("id", other);
        }
        if (payload.has("authorizations")) {
            payload.getAsJsonArray("authorizations").get(0).getAsJsonObject().addProperty("team_id", other);
        }
    }
}
