package io.jenkins.plugins.slacknotify.event.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;

/**
 * One commit of a build's change log.
 *
 * @param id the commit's id in its repository; null where the source control has none
 * @param author the author's name for people
 * @param summary the first line of the commit message
 * @param url where people open the commit; null where nothing is known to show it
 */
public record Change(
        @CheckForNull String id,
        String author,
        String summary,
        @CheckForNull String url) {
    private static final int MAX_ID = 100;
    private static final int MAX_NAME = 100;
    private static final int MAX_SUMMARY = 300;

    public Change {
        id = Excerpt.truncateNullable(id, MAX_ID);
        author = Excerpt.truncate(author, MAX_NAME);
        summary = Excerpt.truncate(summary, MAX_SUMMARY);
        url = Excerpt.addressOrNull(url);
    }

    /** Creates a commit without an address. */
    public Change(@CheckForNull String id, String author, String summary) {
        this(id, author, summary, null);
    }
}
