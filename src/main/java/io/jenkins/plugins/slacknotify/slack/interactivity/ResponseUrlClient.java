package io.jenkins.plugins.slacknotify.slack.interactivity;

import io.jenkins.plugins.slacknotify.slack.api.ResponseUrl;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import okhttp3.OkHttpClient;

/** Posts answers to the addresses that Slack gives with a request. Safe for use by many threads. */
public final class ResponseUrlClient implements AutoCloseable {

    private final WebApi api;

    /** @param client of no other instance, because {@link #close} ends all its calls */
    public ResponseUrlClient(OkHttpClient client) {
        api = new WebApi(client);
    }

    /**
     * Posts one answer. Slack takes five in 30 minutes.
     *
     * @param json the message; never logged
     * @return {@link SlackResult.Refused} with {@code expired_url} or {@code used_url} where the address is worth nothing
     *     any more
     */
    public SlackResult<ResponseUrl> post(ResponseUrl address, String json) {
        return api.post(address, json);
    }

    /** Ends the calls that are under way. A later call returns {@link SlackResult.Unreachable}. */
    @Override
    public void close() {
        api.close();
    }
}
