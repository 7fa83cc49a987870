package io.jenkins.plugins.slacknotify.config.rules;

import io.jenkins.plugins.slacknotify.routing.Rule;
import java.util.List;
import java.util.stream.IntStream;

/** Lists of rules. */
final class Rules {
    private Rules() {}

    /** The same for the engine. */
    static List<Rule> of(List<NotificationRule> rules, Names names) {
        return IntStream.range(0, rules.size())
                .mapToObj(index -> rules.get(index).toRule(index + 1, names))
                .toList();
    }
}
