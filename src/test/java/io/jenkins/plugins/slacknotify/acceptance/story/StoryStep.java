package io.jenkins.plugins.slacknotify.acceptance.story;

import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A step of the story.
 *
 * @param name that of its picture
 * @param title what happens
 * @param text what is to be seen, in Markdown
 * @param kinds what is told in it
 * @param also what else it is an example of
 */
record StoryStep(String name, String title, String text, Set<EventKind> kinds, List<String> also) {
    StoryStep(String name, String title, String text) {
        this(name, title, text, Set.of(), List.of());
    }

    StoryStep tells(EventKind first, EventKind... more) {
        return new StoryStep(name, title, text, EnumSet.of(first, more), also);
    }

    StoryStep also(String... what) {
        return new StoryStep(name, title, text, kinds, List.of(what));
    }

    String picture() {
        return name + ".png";
    }
}
