package io.jenkins.plugins.slacknotify.interaction.preferences;

import java.util.Optional;

/** The port to the preferences of accounts. */
public interface PersonalPreferences {
    /** Returns what an account has chosen, or what is the default; empty where there is no such account. */
    Optional<PersonalSettings> of(String account);

    /** Explains what is wrong with settings; empty where nothing is. Reads memory only. */
    Optional<String> errorOf(PersonalSettings settings);

    /** Stores settings without an error. @throws java.io.UncheckedIOException where they cannot be written */
    void save(String account, PersonalSettings settings);

    /** Returns the address of the account's own page; empty where Jenkins does not know its own. */
    Optional<String> page(String account);
}
