package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.engine.HandedOver;
import java.util.List;
import java.util.stream.Collectors;

/** What a build's console says of its messages: one line each time, never an address of a person, never a stack trace. */
final class Console {
    private static final String PREFIX = "[Slack] ";

    private Console() {}

    static void handedOver(TaskListener console, List<HandedOver> told) {
        if (told.isEmpty()) {
            say(console, "Nobody to tell: nobody of those who are to be told has to do with this build.");
            return;
        }
        say(console, "Handed over for " + told.stream().map(HandedOver::channel).collect(Collectors.joining(", ")));
    }

    static void say(TaskListener console, String line) {
        console.getLogger().println(PREFIX + line);
    }
}
