package io.jenkins.plugins.slacknotify.people.account;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;

/**
 * An account of this Jenkins, with what is needed to notify its owner.
 *
 * @param id the account's id
 * @param name the owner's name for people
 * @param mail the e-mail address that Jenkins has for it; null where there is none
 * @param slack the Slack member id or e-mail address that the owner has entered and proven to be theirs; null where there is
 *     none
 * @param preferences the owner's, or the administrator's defaults where the owner has chosen nothing
 */
public record Account(
        String id,
        String name,
        @CheckForNull String mail,
        @CheckForNull String slack,
        Preferences preferences) {}
