package io.jenkins.plugins.slacknotify.page.list;

import hudson.model.Describable;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.rules.ChannelLimitConfig;
import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.config.rules.TemplateConfig;
import io.jenkins.plugins.slacknotify.config.rules.WorkspaceConfig;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One of the lists of {@link SystemRouting}: how it is read, and how a routing with another such list is made.
 *
 * @param id its name in Configuration as Code and in problems
 * @param type that of its elements
 */
record RoutingList<T extends ListElement & Describable<T>>(
        String id, Class<T> type, Function<SystemRouting, List<T>> getter, BiConsumer<SystemRouting, List<T>> setter) {
    static final RoutingList<WorkspaceConfig> WORKSPACES = new RoutingList<>(
            "workspaces", WorkspaceConfig.class, SystemRouting::getWorkspaces, SystemRouting::setWorkspaces);

    static final RoutingList<DestinationConfig> DESTINATIONS = new RoutingList<>(
            "destinations", DestinationConfig.class, SystemRouting::getDestinations, SystemRouting::setDestinations);

    static final RoutingList<TemplateConfig> TEMPLATES = new RoutingList<>(
            "templates", TemplateConfig.class, SystemRouting::getTemplates, SystemRouting::setTemplates);

    static final RoutingList<RuleConfig> RULES =
            new RoutingList<>("rules", RuleConfig.class, SystemRouting::getRules, SystemRouting::setRules);

    static final RoutingList<ChannelLimitConfig> CHANNEL_LIMITS = new RoutingList<>(
            "channelLimits",
            ChannelLimitConfig.class,
            SystemRouting::getChannelLimits,
            SystemRouting::setChannelLimits);

    static final List<RoutingList<?>> ALL = List.of(WORKSPACES, DESTINATIONS, TEMPLATES, RULES, CHANNEL_LIMITS);

    List<T> of(SystemRouting routing) {
        return getter.apply(routing);
    }

    /** Returns a copy of a routing with another such list. */
    SystemRouting replaced(SystemRouting routing, List<T> elements) {
        SystemRouting copy = routing.copy();
        setter.accept(copy, elements);
        return copy;
    }
}
