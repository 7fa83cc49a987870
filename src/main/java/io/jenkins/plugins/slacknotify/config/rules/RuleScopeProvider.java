package io.jenkins.plugins.slacknotify.config.rules;

import hudson.ExtensionPoint;
import hudson.model.Item;
import java.util.Optional;

/** Reads what a kind of item, such as a folder, says itself about who hears of the builds in it. */
public interface RuleScopeProvider extends ExtensionPoint {
    /**
     * Called with every build, while it holds its executor: reads what is in memory, and nothing else.
     *
     * @return empty where that item says nothing, or is of another kind
     */
    Optional<RuleScopeConfig> scopeOf(Item item);
}
