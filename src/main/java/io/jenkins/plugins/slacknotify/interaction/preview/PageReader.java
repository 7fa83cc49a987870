package io.jenkins.plugins.slacknotify.interaction.preview;

import io.jenkins.plugins.slacknotify.interaction.page.JenkinsPage;
import java.util.Optional;

/**
 * The port to what pages of Jenkins show.
 *
 * <p><b>Guaranteed:</b> a page is read as an account, with the permissions that it has at this moment; what the account may not
 * read is answered as what is not there. So is a job that its rules keep out of all channels, unless two people talk to each other.
 * The content holds no more of logs and tests than messages in that place do.
 *
 * <p>Calls run on the caller's thread and may take as long as a security realm, a disk or Slack does.
 * {@code AccountsUnavailableException} where the realm does not answer.
 */
public interface PageReader {
    /** Returns the address of this Jenkins, ending in a slash; empty where it does not know it. */
    Optional<String> rootUrl();

    /** Reads what a page shows; empty where there is no such page for this account and place. */
    Optional<PageContent> read(String account, JenkinsPage page, LinkContext place);
}
