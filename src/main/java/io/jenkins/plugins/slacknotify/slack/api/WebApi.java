package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.http.StaleConnectionException;
import io.jenkins.plugins.slacknotify.slack.http.Transmission;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Calls methods of the Web API over one HTTP client, and distinguishes the possible results. */
public final class WebApi implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private static final String USER_AGENT = "slack-notify (Jenkins plugin)";

    /**
     * How many times longer the upload of a file may take than another call, for a slow line. Each write of it is
     * limited as any other is.
     */
    private static final int TIMES_LONGER_FOR_FILES = 20;

    /** How often a call is tried at most. It is enough to get a new connection, though other calls leave theirs meanwhile. */
    private static final int MAX_ATTEMPTS = 5;

    private final OkHttpClient client;
    private final OkHttpClient uploads;
    private final ClockDifference clocks = new ClockDifference(InstantSource.system(), System::nanoTime);
    private volatile boolean closed;

    /** @param client of no other instance, because {@link #close} ends all its calls */
    public WebApi(OkHttpClient client) {
        this.client = client;
        this.uploads = client.newBuilder()
                .callTimeout(Duration.ofMillis(client.callTimeoutMillis()).multipliedBy(TIMES_LONGER_FOR_FILES))
                .build();
    }

    /** Reads the response to a call. */
    @FunctionalInterface
    private interface Reader<T> {
        SlackResult<T> read(Response response) throws IOException;
    }

    /** Calls a method. The result is a {@link SlackResult.Success} if and only if Slack said {@code "ok": true}. */
    public SlackResult<ApiResponse> call(SlackConnection connection, ApiCall call) {
        return call(connection.apiUrl(), connection.token(), call);
    }

    /** Calls a method with a token of any kind, on the terms of {@link #call(SlackConnection, ApiCall)}. */
    public SlackResult<ApiResponse> call(URI apiUrl, ApiSecret token, ApiCall call) {
        Request.Builder request = new Request.Builder()
                .url(apiUrl + call.method())
                .header("Authorization", token.authorization())
                .post(call.form());
        ResponseReader reader = new ResponseReader(apiUrl, token, call);
        return send(client, token, request, call.isRepeatable(), response -> {
            SlackResult<ApiResponse> result = reader.read(response);
            if (result instanceof SlackResult.Success) {
                // Of other answers, a server in between may have told the date.
                noteDate(response);
            }
            return result;
        });
    }

    private void noteDate(Response response) {
        @CheckForNull Date date = response.headers().getDate("Date");
        if (date != null) {
            clocks.told(date.toInstant());
        }
    }

    /** Returns what is known of how Slack's clock and that of this machine differ. */
    public ClockSpan clockSpan() {
        return clocks.span();
    }

    /** Posts JSON to an address that Slack has given for an answer. No token goes there. */
    public SlackResult<ResponseUrl> post(ResponseUrl address, String json) {
        Request.Builder request = new Request.Builder().url(address.reveal()).post(RequestBody.create(json, JSON));
        return send(client, address, request, false, response -> ResponseUrlReply.read(response, address));
    }

    /**
     * Sends a file to the address that Slack has given for it. The token does not go there.
     *
     * @return the length that was taken; a {@link SlackResult.Success} if and only if the server answered 200
     */
    public SlackResult<Long> upload(SlackConnection connection, HttpUrl address, OutgoingFile file) {
        Request.Builder request = new Request.Builder().url(address).post(new FileBody(file));
        return send(uploads, connection.token(), request, false, response -> UploadResponse.read(response, file));
    }

    private <T> SlackResult<T> send(
            OkHttpClient http, ApiSecret secret, Request.Builder request, boolean repeatable, Reader<T> reader) {
        clocks.look();
        request.header("User-Agent", USER_AGENT);
        for (int attempt = 1; !closed; attempt++) {
            Transmission transmission = new Transmission(repeatable);
            Request tagged = request.tag(Transmission.class, transmission).build();
            try (Response response = execute(http.newCall(tagged))) {
                return reader.read(response);
            } catch (IOException e) {
                if (attempt == MAX_ATTEMPTS || !needsAnotherConnection(e, transmission)) {
                    String why = NetworkFailure.describe(e, authority(tagged.url()), secret);
                    return transmission.begun() ? new SlackResult.Unknown<>(why) : new SlackResult.Unreachable<>(why);
                }
                // The others that idle are no better.
                http.connectionPool().evictAll();
            }
        }
        return new SlackResult.Unreachable<>(
                "The connection to Slack was closed, for Jenkins or the plugin is stopping.");
    }

    /** Returns whether only the connection that was kept has failed, so that another attempt does nothing twice. */
    private static boolean needsAnotherConnection(IOException e, Transmission transmission) {
        return e instanceof StaleConnectionException
                || transmission.mayBeRepeated() && !(e instanceof InterruptedIOException);
    }

    /** Returns host and port of an address. The rest of it may be secret. */
    private static String authority(HttpUrl url) {
        return url.uri().getRawAuthority();
    }

    private static Response execute(Call call) throws IOException {
        try {
            return call.execute();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // While it connects, OkHttp 5 lets an InterruptedException out, which Kotlin need not declare.
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        client.dispatcher().cancelAll();
    }
}
