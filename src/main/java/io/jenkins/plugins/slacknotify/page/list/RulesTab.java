package io.jenkins.plugins.slacknotify.page.list;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.TemplateConfig;
import java.util.List;

/** The tab Rules: the rules of the system, and the templates of which they make use. */
@Extension(ordinal = 70)
public class RulesTab extends ListTab {
    public RulesTab() {
        super("rules", "symbol-list", Messages::RulesTab_displayName);
    }

    @Override
    public List<ElementList<?>> getLists() {
        return List.of(getRule(), getTemplate());
    }

    public ElementList<RuleConfig> getRule() {
        return new ElementList<>(
                this,
                RoutingList.RULES,
                new ElementList.Texts(
                        "rule",
                        Messages.RulesTab_rules(),
                        Messages.RulesTab_rulesIntro(),
                        Messages.RulesTab_addRule(),
                        Messages.RulesTab_newRule(),
                        Messages.RulesTab_noRules()));
    }

    public ElementList<TemplateConfig> getTemplate() {
        return new ElementList<>(
                this,
                RoutingList.TEMPLATES,
                new ElementList.Texts(
                        "template",
                        Messages.RulesTab_templates(),
                        Messages.RulesTab_templatesIntro(),
                        Messages.RulesTab_addTemplate(),
                        Messages.RulesTab_newTemplate(),
                        Messages.RulesTab_noTemplates()));
    }
}
