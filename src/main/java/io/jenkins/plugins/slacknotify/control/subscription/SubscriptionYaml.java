package io.jenkins.plugins.slacknotify.control.subscription;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import java.util.List;

/**
 * Writes a subscription as a rule for {@code unclassified.slackNotify.routing.rules} in Configuration as Code. Texts are written as
 * JSON, which YAML reads as well, and a variable in them as text: members of Slack have typed them, and Configuration as Code would put a
 * secret of Jenkins in its place.
 */
final class SubscriptionYaml {
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    private SubscriptionYaml() {}

    static String of(Subscription subscription) {
        SubscriptionFilter filter = subscription.filter();
        SubscriptionTarget target = subscription.target();
        String author = subscription.author().account();
        String rule = "- name: " + JSON.toJson("Subscription " + subscription.id() + " of " + author) + "\n"
                + list("jobs", filter.jobs())
                + list("branches", filter.branches())
                + list(
                        "events",
                        filter.events().stream().sorted().map(EventKind::id).toList())
                + (filter.minimumSeverity() == Severity.INFO
                        ? ""
                        : line("minimumSeverity", filter.minimumSeverity().id()))
                + (target.isDirectMessage()
                        ? list("people", List.of(author))
                        : list("to", List.of(destination(target))))
                + list("mention", filter.mention());
        // The escape of Configuration as Code, which its own export writes.
        return (remark(target) + rule).replace("${", "^${");
    }

    /** The destination to make for a rule, which itself names no workspace; nothing for the workspace of the system. */
    private static String remark(SubscriptionTarget target) {
        return target.isDirectMessage() || target.workspace() == null
                ? ""
                : "# Among the destinations:\n# - name: " + JSON.toJson(destination(target)) + "\n#   workspace: "
                        + JSON.toJson(target.workspace()) + "\n#   channel: " + JSON.toJson(target.channel()) + "\n";
    }

    private static String destination(SubscriptionTarget target) {
        String workspace = target.workspace();
        String name = target.name() == null ? target.channel() : target.name();
        return workspace == null ? target.channel() : name + "-" + workspace.replace(' ', '-');
    }

    private static String list(String key, List<String> values) {
        return values.isEmpty() ? "" : line(key, values);
    }

    private static String line(String key, Object value) {
        return "  " + key + ": " + JSON.toJson(value) + "\n";
    }
}
