package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.Optional;

/** A command that needs a linked account. It has to be safe for use by many threads. */
public interface Command {
    /** Returns how it is called, and what it does. */
    CommandUsage usage();

    /**
     * Returns whether {@code name=value} sets a value. For other commands it is a word like any other, so that it is not ignored:
     * who has typed it would think that it had an effect.
     */
    default boolean takesValues() {
        return false;
    }

    /**
     * Returns the command that a sentence means which begins with none, or may be a question; empty by default. It has to be one that only
     * reads: nobody is to start or stop anything by a sentence that was understood generously.
     *
     * @param call with a line that has no name, and all words
     */
    default Optional<CommandLine> meant(CommandCall call) {
        return Optional.empty();
    }

    /**
     * Runs the command, with the rights that the account has at this moment. A command that has an effect first {@linkplain
     * CommandCall#choice() keeps} on what it will have it, and a later attempt takes what is kept: the same words may mean
     * something else by then.
     *
     * @throws NotLoadedYetException where the command has done nothing, and is to be tried again
     * @throws AccountsUnavailableException where the security realm does not answer
     */
    Answer run(CommandCall call);

    /**
     * Returns the answer to the effect of an earlier attempt. Empty by default: for commands that only read, that may be repeated,
     * or that see by what was {@linkplain CommandCall#choice() kept} that nothing is left to do.
     */
    default Optional<Answer> alreadyDone(CommandCall call) {
        return Optional.empty();
    }
}
