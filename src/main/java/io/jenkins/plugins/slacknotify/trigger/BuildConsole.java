package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.engine.DeliveryHandle;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints lines about messages into a build's console: one line each time, never the address of a person, never a stack
 * trace.
 */
final class BuildConsole {
    private static final String PREFIX = "[Slack] ";

    private BuildConsole() {}

    static void printHandedOver(TaskListener console, List<DeliveryHandle> handles) {
        if (handles.isEmpty()) {
            print(console, "Nobody to tell: nobody of those who are to be told has to do with this build.");
            return;
        }
        print(
                console,
                "Handed over for "
                        + handles.stream().map(DeliveryHandle::channel).collect(Collectors.joining(", ")));
    }

    static void print(TaskListener console, String line) {
        console.getLogger().println(PREFIX + line);
    }
}
