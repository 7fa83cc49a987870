package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A named text for messages about builds, with variants for kinds of event, in the place of the built-in text.
 *
 * @param variants the first that applies to a build counts; where none applies, the message has the built-in text
 */
public record Template(String name, List<Variant> variants) {
    public Template {
        requireNonNull(name, "name");
        variants = List.copyOf(variants);
    }

    /**
     * Returns the options with the text for a build; without any template where no variant applies to it.
     *
     * @param owner the owner of the rule that has chosen this template
     */
    MessageOptions apply(MessageOptions options, BuildEvent event, String owner) {
        return findText(event)
                .map(text -> options.withTemplate(text, new TemplateSource(name, owner)))
                .orElseGet(() -> options.withTemplate(null, null));
    }

    private Optional<String> findText(BuildEvent event) {
        return variants.stream()
                .filter(variant -> variant.appliesTo(event))
                .map(Variant::text)
                .findFirst();
    }

    /**
     * The text for some kinds of event.
     *
     * @param events the empty set for every way in which a build can end
     * @param text mrkdwn with placeholders
     */
    public record Variant(Set<EventKind> events, String text) {
        public Variant {
            events = Set.copyOf(events);
            requireNonNull(text, "text");
        }

        boolean appliesTo(BuildEvent event) {
            boolean hasEnded = event.milestone() == null;
            return events.isEmpty() && hasEnded || !Collections.disjoint(events, event.kinds());
        }
    }
}
