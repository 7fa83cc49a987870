package io.jenkins.plugins.slacknotify.interaction.command;

import java.util.List;

/**
 * How a command is called and what it does, as the help says it.
 *
 * @param names the word by which it is called, and then the other words that mean the same
 * @param arguments what follows the word, such as {@code JOB}; empty where nothing does
 * @param purpose what it does, in one line
 */
public record CommandUsage(List<String> names, String arguments, String purpose) {
    public CommandUsage {
        names = List.copyOf(names);
    }

    String name() {
        return names.get(0);
    }

    String line() {
        return "• `" + name() + (arguments.isEmpty() ? "" : " " + arguments) + "` – " + purpose;
    }
}
