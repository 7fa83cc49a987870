package io.jenkins.plugins.slacknotify.slack.gateway;

import com.slack.api.SlackConfig;
import io.jenkins.plugins.slacknotify.slack.Fixtures;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.util.Set;

/**
 * A program for a JVM of its own: it posts a message, then prints the kind of the result and the threads that are left.
 */
final class GatewayProbe {

    static final String LOAD_THE_SDKS_CONFIGURATION = "load-sdk-config";

    private static final Set<String> PARTS_OF_THE_JVM = Set.of("system", "InnocuousThreadGroup");

    private GatewayProbe() {}

    public static void main(String[] arguments) {
        if (arguments[0].equals(LOAD_THE_SDKS_CONFIGURATION)) {
            System.out.println("loaded " + SlackConfig.DEFAULT.isStatsEnabled());
        } else {
            post(arguments[0]);
        }
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread != Thread.currentThread())
                .filter(thread -> thread.getThreadGroup() != null
                        && !PARTS_OF_THE_JVM.contains(thread.getThreadGroup().getName()))
                .forEach(thread ->
                        System.out.println("thread " + (thread.isDaemon() ? "daemon " : "user ") + thread.getName()));
    }

    private static void post(String apiUrl) {
        try (SlackApiGateway gateway = Fixtures.patient()) {
            SlackResult<?> answer = gateway.post(Fixtures.connectionTo(apiUrl), Fixtures.MESSAGE);
            System.out.println("answer " + answer.getClass().getSimpleName());
        }
    }
}
