package io.jenkins.plugins.slacknotify.interaction.preferences;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Optional;

/** The port to the preferences of accounts. */
public interface PreferencesControl {
    /** Returns whether this Jenkins sends direct messages of builds on its own initiative. */
    boolean isOn();

    /** Returns what an account has chosen, or what is the default; empty where there is no such account. */
    Optional<PersonalSettings> of(String account);

    /**
     * Explains what is wrong with settings; empty where nothing is. Reads memory only.
     *
     * @param account in whose time zone a pause is meant; null where that is not known yet, and what is right in any zone is right
     * @param asked when somebody asked for them, from which a pause such as an hour counts
     */
    Optional<String> errorOf(@CheckForNull String account, PersonalSettings settings, Instant asked);

    /**
     * Stores settings without an error. A pause that is over by now is none.
     *
     * @param asked as with {@link #errorOf}
     * @throws java.io.UncheckedIOException where they cannot be written
     */
    void save(String account, PersonalSettings settings, Instant asked);

    /** Returns the address of the account's own page; empty where Jenkins does not know its own. */
    Optional<String> page(String account);
}
