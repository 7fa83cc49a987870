package io.jenkins.plugins.slacknotify.config.rules;

import io.jenkins.plugins.slacknotify.routing.Rule;
import java.util.List;
import java.util.stream.IntStream;

/** Lists of rules. */
public final class RuleConfigs {
    private RuleConfigs() {}

    /** The same for the engine. */
    public static List<Rule> of(List<RuleConfig> rules, NameResolver names) {
        return IntStream.range(0, rules.size())
                .mapToObj(index -> rules.get(index).toRule(index + 1, names))
                .toList();
    }
}
