package io.jenkins.plugins.slacknotify.config.rules;

import hudson.ExtensionPoint;
import hudson.model.Item;
import java.util.Optional;

/** Finds the scope that an item of some kind, such as a folder, has itself. */
public interface RuleScopeProvider extends ExtensionPoint {
    /**
     * Finds the scope of an item, without its folders. Every build calls this while it holds its executor, so an implementation reads
     * memory only.
     *
     * @return empty where the item has no rules, or is of another kind
     */
    Optional<RuleScopeConfig> scopeOf(Item item);
}
