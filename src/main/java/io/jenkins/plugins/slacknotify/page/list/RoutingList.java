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
import org.jvnet.localizer.ResourceBundleHolder;

/**
 * One of the lists of {@link SystemRouting}: how it is read, how a routing with another such list is made, and how a page shows it.
 *
 * @param id its name in Configuration as Code and in problems
 * @param segment the segment of the address of an element, before its position
 * @param type that of its elements
 * @param columns the columns of its table, after that of the name
 */
record RoutingList<T extends ListElement & Describable<T>>(
        String id,
        String segment,
        Class<T> type,
        Function<SystemRouting, List<T>> getter,
        BiConsumer<SystemRouting, List<T>> setter,
        List<ElementColumn<T>> columns) {
    static final RoutingList<WorkspaceConfig> WORKSPACES = new RoutingList<>(
            "workspaces",
            "workspace",
            WorkspaceConfig.class,
            SystemRouting::getWorkspaces,
            SystemRouting::setWorkspaces,
            ElementColumn.OF_WORKSPACES);

    static final RoutingList<DestinationConfig> DESTINATIONS = new RoutingList<>(
            "destinations",
            "destination",
            DestinationConfig.class,
            SystemRouting::getDestinations,
            SystemRouting::setDestinations,
            ElementColumn.OF_DESTINATIONS);

    static final RoutingList<TemplateConfig> TEMPLATES = new RoutingList<>(
            "templates",
            "template",
            TemplateConfig.class,
            SystemRouting::getTemplates,
            SystemRouting::setTemplates,
            ElementColumn.OF_TEMPLATES);

    static final RoutingList<RuleConfig> RULES = new RoutingList<>(
            "rules",
            "rule",
            RuleConfig.class,
            SystemRouting::getRules,
            SystemRouting::setRules,
            ElementColumn.OF_RULES);

    static final RoutingList<ChannelLimitConfig> CHANNEL_LIMITS = new RoutingList<>(
            "channelLimits",
            "limit",
            ChannelLimitConfig.class,
            SystemRouting::getChannelLimits,
            SystemRouting::setChannelLimits,
            ElementColumn.OF_CHANNEL_LIMITS);

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

    /**
     * Returns a text of the page about this list, in the language of the reader.
     *
     * @param name the rest of the key in {@code Messages.properties}: {@code title}, {@code intro}, {@code add}, {@code added} or {@code none}
     */
    String text(String name) {
        return ResourceBundleHolder.get(Messages.class).format("RoutingList." + id + "." + name);
    }
}
