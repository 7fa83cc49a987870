package io.jenkins.plugins.slacknotify.interaction.account;

import java.util.Optional;

/**
 * The port to the addresses of Jenkins' pages for accounts. Each is empty where Jenkins does not know its own address, or has no accounts, as it
 * lets nobody sign in.
 */
public interface JenkinsPages {
    /** Says why there is no page, and what helps, as sentences. */
    String NONE =
            "Jenkins does not know its own address, or lets nobody sign in. Ask an administrator to enter the _Jenkins URL_, and to"
                    + " choose a security realm.";

    /** Returns the page on which the owner of an account confirms a link. */
    Optional<String> linking(String code);

    /** Returns the page on which people sign in. */
    Optional<String> signingIn();
}
