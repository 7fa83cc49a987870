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
    private static final int ID_LIMIT = 100;
    private static final int NAME_LIMIT = 100;
    private static final int SUMMARY_LIMIT = 300;

    public Change {
        id = Excerpt.truncateNullable(id, ID_LIMIT);
        author = Excerpt.truncate(author, NAME_LIMIT);
        summary = Excerpt.truncate(summary, SUMMARY_LIMIT);
        url = Excerpt.addressOrNull(url);
    }

    /** Creates a commit without an address. */
    public Change(@CheckForNull String id, String author, String summary) {
        this(id, author, summary, null);
    }
}
