package io.jenkins.plugins.slacknotify.acceptance.story;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
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
 * @param reader who reads the channel, with what only they see there; null for what everybody sees
 */
record StoryStep(
        String name,
        String title,
        String text,
        Set<EventKind> kinds,
        List<String> also,
        @CheckForNull SandboxMember reader) {
    StoryStep(String name, String title, String text) {
        this(name, title, text, Set.of(), List.of(), null);
    }

    StoryStep tells(EventKind first, EventKind... more) {
        return new StoryStep(name, title, text, EnumSet.of(first, more), also, reader);
    }

    StoryStep also(String... what) {
        return new StoryStep(name, title, text, kinds, List.of(what), reader);
    }

    StoryStep asReadBy(SandboxMember member) {
        return new StoryStep(name, title, text, kinds, also, member);
    }

    String picture() {
        return name + ".png";
    }
}
