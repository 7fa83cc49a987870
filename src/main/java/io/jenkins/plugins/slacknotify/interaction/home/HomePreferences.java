package io.jenkins.plugins.slacknotify.interaction.home;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.List;

/**
 * The decisions of a person about messages to them.
 *
 * @param isOn whether this Jenkins sends direct messages of builds on its own initiative
 * @param events the kinds of builds of which they get direct messages, for people
 * @param startedByMe whether they are told of the end of each build that they have started
 * @param pausedUntil null where nothing is paused
 * @param isReminded whether they want a line a day of what waits for their answer
 * @param page where they change it; null where Jenkins does not know its own address
 */
public record HomePreferences(
        boolean isOn,
        List<String> events,
        boolean startedByMe,
        @CheckForNull Instant pausedUntil,
        boolean isReminded,
        @CheckForNull String page) {
    public HomePreferences {
        events = List.copyOf(events);
    }
}
