package io.jenkins.plugins.slacknotify.migration;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import java.util.ArrayList;
import java.util.List;

/** Writes a rule as YAML on one line, for the page. */
final class RuleYaml {
    private RuleYaml() {}

    static String of(RuleConfig rule) {
        List<String> parts = new ArrayList<>();
        list(parts, "events", rule.getEvents());
        one(parts, "minimumSeverity", rule.getMinimumSeverity());
        list(parts, "to", rule.getTo().stream().map(to -> '"' + to + '"').toList());
        return "{" + String.join(", ", parts) + "}";
    }

    private static void list(List<String> parts, String name, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(name + ": [" + String.join(", ", values) + "]");
        }
    }

    private static void one(List<String> parts, String name, @CheckForNull String value) {
        if (value != null) {
            parts.add(name + ": " + value);
        }
    }
}
