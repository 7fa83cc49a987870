package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of builds in the place of the message's own words.
 *
 * @param wordings the first that is for a kind of the build counts; a build that none is for is told in the message's own words
 */
public record Template(String name, List<Variant> wordings) {
    public Template {
        requireNonNull(name, "name");
        wordings = List.copyOf(wordings);
    }

    /**
     * The style with what it says of a build; without any words where no wording is for it.
     *
     * @param owner of the rule that has chosen it
     */
    MessageOptions apply(MessageOptions style, BuildEvent event, String owner) {
        return of(event)
                .map(text -> style.withTemplate(text, new TemplateSource(name, owner)))
                .orElseGet(() -> style.withTemplate(null, null));
    }

    private Optional<String> of(BuildEvent event) {
        return wordings.stream()
                .filter(wording -> wording.isFor(event))
                .map(Variant::text)
                .findFirst();
    }

    /**
     * What is said of builds of some kinds.
     *
     * @param events none for every way in which a build can end
     * @param text mrkdwn with placeholders
     */
    public record Variant(Set<EventKind> events, String text) {
        public Variant {
            events = Set.copyOf(events);
            requireNonNull(text, "text");
        }

        boolean isFor(BuildEvent event) {
            boolean hasEnded = event.moment() == null;
            return events.isEmpty() && hasEnded || !Collections.disjoint(events, event.kinds());
        }
    }
}
