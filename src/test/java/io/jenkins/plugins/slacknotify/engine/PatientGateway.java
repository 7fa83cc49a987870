package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpClients;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Gateways that give up soon where a sandbox is going to answer late or never, and wait for long otherwise: a machine that is busy is not
 * taken for a Slack that does not answer.
 */
final class PatientGateway {
    /** How long a call waits that meets such a fault. */
    private static final int SOON_MILLIS = 250;

    private PatientGateway() {}

    static SlackApiGateway of(SlackSandbox slack) {
        OkHttpClient client = HttpClients.create(HttpSettings.defaults())
                .newBuilder()
                .addInterceptor(
                        chain -> slack.faults().isHanging(method(chain.request().url()))
                                ? chain.withReadTimeout(SOON_MILLIS, TimeUnit.MILLISECONDS)
                                        .proceed(chain.request())
                                : chain.proceed(chain.request()))
                .build();
        return new SlackApiGateway(client);
    }

    /** The name that a fault has for the call of an address. */
    private static String method(HttpUrl url) {
        List<String> path = url.pathSegments();
        return path.get(0).equals("api") ? path.get(path.size() - 1) : "upload";
    }
}
