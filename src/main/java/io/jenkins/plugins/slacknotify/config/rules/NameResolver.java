package io.jenkins.plugins.slacknotify.config.rules;

import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.Template;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves the names of destinations and templates in one scope. Names of a nearer scope take precedence over those of a farther one. */
public final class NameResolver {
    /** A resolver that knows no name. */
    public static final NameResolver EMPTY = new NameResolver(Map.of(), Map.of(), Set.of(), true);

    /** A destination that leads nowhere is there with its name, so that this does not fall to one of a farther scope. */
    private final Map<String, Optional<DestinationProfile>> destinationNames;

    private final Map<String, Template> templateNames;

    /** The names that may be listed, those of the nearest scope first. Others can be used all the same. */
    private final Set<String> listed;

    private final boolean complete;

    private NameResolver(
            Map<String, Optional<DestinationProfile>> destinations,
            Map<String, Template> templates,
            Set<String> listed,
            boolean complete) {
        this.destinationNames = destinations;
        this.templateNames = templates;
        this.listed = listed;
        this.complete = complete;
    }

    /**
     * Returns a resolver that knows the names of this one and those of a scope. The names of the scope take precedence. Invalid elements
     * have no name.
     *
     * @param isListed whether the names of the scope may be told to those who do not write them
     */
    public NameResolver with(RuleScopeConfig scope, boolean isListed) {
        Map<String, Optional<DestinationProfile>> targets = new LinkedHashMap<>();
        scope.destinations().stream()
                .filter(one -> !one.isInvalid())
                .forEach(one -> targets.putIfAbsent(one.getName(), one.toProfile(scope.scope(), scope.owner())));
        destinationNames.forEach(targets::putIfAbsent);
        Map<String, Template> texts = new LinkedHashMap<>();
        scope.templates().stream()
                .filter(one -> !one.isInvalid())
                .forEach(one -> texts.putIfAbsent(one.getName(), one.toTemplate()));
        templateNames.forEach(texts::putIfAbsent);
        Set<String> shown = new LinkedHashSet<>();
        if (isListed) {
            scope.destinations().forEach(one -> shown.add(one.getName()));
            scope.templates().forEach(one -> shown.add(one.getName()));
        }
        shown.addAll(listed);
        return new NameResolver(targets, texts, shown, complete && isListed);
    }

    /**
     * Resolves the name of a destination, or a channel by its id or with a {@code #}.
     *
     * @return empty where there is no destination of that name
     */
    public Optional<DestinationProfile> target(String written) {
        return destination(written)
                .or(() -> !destinationNames.containsKey(written) && isChannel(written)
                        ? Optional.of(DestinationProfile.of(new Destination(null, written)))
                        : Optional.empty());
    }

    /** Resolves the name of a destination; empty where there is none, or it leads nowhere. */
    public Optional<DestinationProfile> destination(String name) {
        return destinationNames.getOrDefault(name, Optional.empty());
    }

    /** Whether a text is the name of a destination, or of a channel that can exist in Slack. */
    boolean isPossible(String written) {
        return destination(written).isPresent() || isChannel(written) && ChannelName.isValid(written);
    }

    private static boolean isChannel(String written) {
        boolean named = written.startsWith("#") && written.length() > 1;
        return named || !written.isBlank() && new Destination(null, written).isId();
    }

    public Optional<Template> template(String name) {
        return Optional.ofNullable(templateNames.get(name));
    }

    /** Whether all names may be listed. */
    boolean isComplete() {
        return complete;
    }

    /** The names of all destinations that may be listed, those of the nearest scope first. */
    public List<String> destinationNames() {
        return destinationNames.entrySet().stream()
                .filter(named -> named.getValue().isPresent())
                .map(Map.Entry::getKey)
                .filter(listed::contains)
                .toList();
    }

    /** The names of all templates that may be listed, those of the nearest scope first. */
    public List<String> templateNames() {
        return templateNames.keySet().stream().filter(listed::contains).toList();
    }
}
