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
        StringBuilder yaml = new StringBuilder();
        yaml.append("- name: ")
                .append(JSON.toJson("Subscription " + subscription.id() + " of "
                        + subscription.author().account()))
                .append('\n');
        list(yaml, "jobs", filter.jobs());
        list(yaml, "branches", filter.branches());
        list(
                yaml,
                "events",
                filter.events().stream().sorted().map(EventKind::id).toList());
        if (filter.minimumSeverity() != Severity.INFO) {
            yaml.append("  minimumSeverity: ")
                    .append(JSON.toJson(filter.minimumSeverity().id()))
                    .append('\n');
        }
        if (subscription.target().isDirectMessage()) {
            list(yaml, "people", List.of(subscription.author().account()));
        } else {
            list(yaml, "to", List.of(place(yaml, subscription.target())));
        }
        list(yaml, "mention", filter.mention());
        // The escape of Configuration as Code, which its own export writes.
        return yaml.toString().replace("${", "^${");
    }

    /** Returns the channel, or a destination that is written above the rule: a rule names no workspace. */
    private static String place(StringBuilder yaml, SubscriptionTarget target) {
        String workspace = target.workspace();
        if (workspace == null) {
            return target.channel();
        }
        String name = (target.name() == null ? target.channel() : target.name()) + "-" + workspace.replace(' ', '-');
        yaml.insert(
                0,
                "# Among the destinations:\n# - name: " + JSON.toJson(name) + "\n#   workspace: "
                        + JSON.toJson(workspace) + "\n#   channel: " + JSON.toJson(target.channel()) + "\n");
        return name;
    }

    private static void list(StringBuilder yaml, String key, List<String> values) {
        if (!values.isEmpty()) {
            yaml.append("  ")
                    .append(key)
                    .append(": ")
                    .append(JSON.toJson(values))
                    .append('\n');
        }
    }
}
