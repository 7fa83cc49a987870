package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;

/**
 * The identity of a user in Slack, as far as Jenkins knows it.
 *
 * @param address the e-mail address that Jenkins has; null where there is none
 * @param claimed what the user has entered; null for nothing
 * @param proven what the user has proven; null for nothing
 */
record SlackIdentity(
        @CheckForNull String address,
        @CheckForNull String claimed,
        @CheckForNull String proven) {

    static SlackIdentity of(User user) {
        SlackUserProperty property = SlackUserProperty.read(user);
        String address = MailAddresses.of(user);
        return new SlackIdentity(address, property.getSlackId(), property.getProven(address));
    }

    /**
     * Returns whether a recipient needs no proof: it is proven already, or it is the address of the account, by which Jenkins looks for
     * users who have entered nothing.
     */
    boolean needsNoProof(String name) {
        return name.equalsIgnoreCase(address) || name.equalsIgnoreCase(proven);
    }

    /** Describes to the user where messages go at present. */
    String describe() {
        if (proven != null) {
            return Messages.SlackIdentity_proven(proven);
        }
        if (claimed != null && !needsNoProof(claimed)) {
            return address == null ? Messages.SlackIdentity_unproven() : Messages.SlackIdentity_unprovenBut(address);
        }
        return address == null ? Messages.SlackIdentity_nobody() : Messages.SlackIdentity_address(address);
    }
}
