package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.Optional;

/** A command that needs a linked account. It has to be safe for use by many threads. */
public interface Command {
    /** Returns how it is called, and what it does. */
    CommandUsage usage();

    /**
     * Returns whether {@code name=value} sets a value. For all other commands that is a word like any other: what was typed for nothing
     * must not be dropped, as who has typed it takes it for done.
     */
    default boolean takesValues() {
        return false;
    }

    /**
     * Does it. Whether the account may is asked at this moment. What a command has an effect on it {@linkplain CommandCall#choice()
     * keeps} before: another attempt takes that, as the same words may mean something else by then.
     *
     * @throws NotLoadedYetException where it has done nothing, and is to be tried again
     * @throws AccountsUnavailableException where the security realm does not answer
     */
    Answer run(CommandCall call);

    /**
     * Returns the answer to an effect that an earlier attempt has had; empty for commands that only read, or may be repeated, or that
     * find by what the earlier attempt has {@linkplain CommandCall#choice() chosen} that there is nothing left to do.
     */
    default Optional<Answer> alreadyDone(CommandCall call) {
        return Optional.empty();
    }
}
