package io.jenkins.plugins.slacknotify.interaction.command;

import java.util.List;

/**
 * The names, arguments and purpose of a command, as the help shows them.
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
