package io.jenkins.plugins.slacknotify.page.list;

import hudson.Extension;

/** The tab Rules: the rules of the system, and the templates of which they make use. */
@Extension(ordinal = 70)
public class RulesTab extends ListTab {
    public RulesTab() {
        super("rules", "symbol-list", Messages::RulesTab_displayName, RoutingList.RULES, RoutingList.TEMPLATES);
    }
}
