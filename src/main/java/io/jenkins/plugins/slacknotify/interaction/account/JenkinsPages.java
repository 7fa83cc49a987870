package io.jenkins.plugins.slacknotify.interaction.account;

import java.util.Optional;

/** The port to the addresses of Jenkins' pages for accounts. Each is empty where Jenkins does not know its own address. */
public interface JenkinsPages {
    /** Returns the page on which the owner of an account confirms a link. */
    Optional<String> linking(String code);

    /** Returns the page on which people sign in. */
    Optional<String> signingIn();
}
