package io.jenkins.plugins.slacknotify.config.rules;

import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.Target;
import io.jenkins.plugins.slacknotify.routing.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the names of destinations and templates mean in one place; those of a nearer place go before those of a farther one. */
public final class Names {
    /** Where nothing has a name. */
    public static final Names NONE = new Names(Map.of(), Map.of());

    private final Map<String, Target> destinations;
    private final Map<String, Template> templates;

    private Names(Map<String, Target> destinations, Map<String, Template> templates) {
        this.destinations = destinations;
        this.templates = templates;
    }

    /** These names as well; where there are both, these count. */
    public Names with(List<NamedDestination> newDestinations, List<MessageTemplate> newTemplates) {
        Map<String, Target> targets = new LinkedHashMap<>();
        newDestinations.forEach(one -> targets.putIfAbsent(one.getName(), one.toTarget()));
        destinations.forEach(targets::putIfAbsent);
        Map<String, Template> texts = new LinkedHashMap<>();
        newTemplates.forEach(one -> texts.putIfAbsent(one.getName(), one.toTemplate()));
        templates.forEach(texts::putIfAbsent);
        return new Names(targets, texts);
    }

    /**
     * Where something goes that names a destination, or a channel by its id or with a {@code #}.
     *
     * @return empty where there is no destination of that name
     */
    public Optional<Target> target(String written) {
        return destination(written)
                .or(() ->
                        isChannel(written) ? Optional.of(Target.of(new Destination(null, written))) : Optional.empty());
    }

    /** The destination of that name. */
    public Optional<Target> destination(String name) {
        return Optional.ofNullable(destinations.get(name));
    }

    private static boolean isChannel(String written) {
        boolean named = written.startsWith("#") && written.length() > 1;
        return named || !written.isBlank() && new Destination(null, written).isId();
    }

    /** The template of that name. */
    public Optional<Template> template(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    /** The names of all destinations, those of the nearest place first. */
    public List<String> destinations() {
        return new ArrayList<>(destinations.keySet());
    }

    /** The names of all templates, those of the nearest place first. */
    public List<String> templates() {
        return new ArrayList<>(templates.keySet());
    }
}
