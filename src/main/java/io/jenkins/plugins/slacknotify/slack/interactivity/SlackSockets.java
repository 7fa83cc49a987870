package io.jenkins.plugins.slacknotify.slack.interactivity;

import io.jenkins.plugins.slacknotify.slack.api.ApiCall;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * Opens WebSockets of Socket Mode. Each has one reading thread, a daemon whose name begins with
 * {@code slack-notify-socket}; OkHttp shares one more among all that write and ping.
 *
 * <p>A peer that does not answer pings ends the socket, as a TCP connection that somebody has cut makes no sound. Safe for
 * use by many threads.
 */
public final class SlackSockets implements AutoCloseable {

    /** The time between two pings; a socket is dead when it has not answered by the next one. */
    public static final Duration PING_INTERVAL = Duration.ofSeconds(15);

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(5);

    private final WebApi api;
    private final OkHttpClient client;
    private final ThreadPoolExecutor readers;

    /** @param client of no other instance, because {@link #close} ends all its calls */
    public SlackSockets(OkHttpClient client, Duration pingInterval) {
        api = new WebApi(client);
        AtomicInteger number = new AtomicInteger();
        readers = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_TIMEOUT.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "slack-notify-socket-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        this.client = client.newBuilder()
                .dispatcher(new Dispatcher(readers))
                .pingInterval(pingInterval)
                .build();
    }

    /**
     * Asks Slack for the address of a WebSocket ({@code apps.connections.open}, scope {@code connections:write}). Slack
     * allows about one such call a minute over a longer time.
     */
    public SlackResult<SocketAddress> address(URI apiUrl, AppToken token) {
        ApiCall call = ApiCall.of("apps.connections.open", new FormBody.Builder(), null);
        return api.call(apiUrl, token, call)
                .flatMap(response -> response.json()
                        .text("url")
                        .flatMap(url -> SocketAddress.of(url, apiUrl))
                        .<SlackResult<SocketAddress>>map(SlackResult.Success::new)
                        .orElseGet(() -> new SlackResult.Unknown<>(
                                "Slack has answered with an address that is none of its WebSockets")));
    }

    /** Opens a WebSocket, and returns before it is open. */
    public WebSocket open(SocketAddress address, WebSocketListener listener) {
        // OkHttp takes the address of a WebSocket with the scheme of HTTP as well.
        Request request = new Request.Builder().url(address.reveal()).build();
        return client.newWebSocket(request, listener);
    }

    /** Ends all calls and sockets at once. No thread is left after a few seconds. */
    @Override
    public void close() {
        api.close();
        client.dispatcher().cancelAll();
        readers.shutdown();
    }
}
