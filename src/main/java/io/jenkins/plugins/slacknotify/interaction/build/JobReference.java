package io.jenkins.plugins.slacknotify.interaction.build;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;

/**
 * A job that an account may read.
 *
 * @param fullName by which Jenkins knows it, folders included, such as {@code shop/feature%2Fpay}
 * @param displayName the job's full name for people, such as {@code Shop » feature/pay}
 * @param url where people open it; null where Jenkins does not know its own address
 */
public record JobReference(
        String fullName, String displayName, @CheckForNull String url) {
    public JobReference {
        requireNonNull(fullName, "fullName");
        requireNonNull(displayName, "displayName");
    }

    public String link() {
        return "*" + Mrkdwn.link(url, displayName) + "*";
    }
}
