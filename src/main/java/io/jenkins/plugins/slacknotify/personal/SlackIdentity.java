package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;

/**
 * Who a user is in Slack, as far as Jenkins knows.
 *
 * @param address the e-mail address that Jenkins has; null where there is none
 * @param claimed what the user has entered; null where that is nothing
 * @param proven what the user has proven; null where that is nothing
 */
record SlackIdentity(
        @CheckForNull String address,
        @CheckForNull String claimed,
        @CheckForNull String proven) {

    static SlackIdentity of(User user, @CheckForNull SlackUserProperty property) {
        return new SlackIdentity(
                MailAddresses.of(user),
                property == null ? null : property.getSlackId(),
                property == null ? null : property.getProven());
    }

    /**
     * Whether messages go there at present, or would go there anyhow: then there is nothing to prove. The address that Jenkins
     * has is what people are looked for by who have entered nothing.
     */
    boolean needsNoProof(String name) {
        return name.equalsIgnoreCase(address) || name.equalsIgnoreCase(proven);
    }

    /** What counts at present, in a sentence for the user. */
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
