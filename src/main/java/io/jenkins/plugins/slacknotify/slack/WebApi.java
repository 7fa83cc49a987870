package io.jenkins.plugins.slacknotify.slack;

import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Calls methods of the Web API over one HTTP client, and tells apart what can come of it. */
final class WebApi implements AutoCloseable {

    private static final String USER_AGENT = "slack-notify (Jenkins plugin)";

    private final OkHttpClient client;
    private volatile boolean closed;

    WebApi(HttpSettings settings) {
        client = HttpClients.create(settings);
    }

    /** {@link Answer.Success} if and only if Slack said {@code "ok": true}. */
    Answer<ApiResult> call(SlackConnection connection, ApiCall call) {
        if (closed) {
            return new Answer.Unreachable<>(
                    "The connection to Slack was closed, for Jenkins or the plugin is stopping.");
        }
        Transmission transmission = new Transmission();
        try (Response response = execute(client.newCall(request(connection, call, transmission)))) {
            return new ResponseReader(connection, call).read(response);
        } catch (IOException e) {
            String why = NetworkFailure.describe(e, connection);
            return transmission.begun() ? new Answer.Unknown<>(why) : new Answer.Unreachable<>(why);
        }
    }

    private static Request request(SlackConnection connection, ApiCall call, Transmission transmission) {
        return new Request.Builder()
                .url(connection.apiUrl() + call.method())
                .header("Authorization", "Bearer " + connection.token().reveal())
                .header("User-Agent", USER_AGENT)
                .tag(Transmission.class, transmission)
                .post(call.form())
                .build();
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
