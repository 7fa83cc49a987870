package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.message.MessageFormat;

/** The stored form of a {@link MessageFormat}. */
record StoredFormat(
        boolean markdown,
        @CheckForNull String blocks,
        @CheckForNull String mention) {
    /** Null for plain mrkdwn. */
    @CheckForNull
    static StoredFormat of(MessageFormat format) {
        return format.equals(MessageFormat.PLAIN)
                ? null
                : new StoredFormat(format.markdown(), format.blocks(), format.mention());
    }

    /** Null for nobody. */
    @CheckForNull
    static StoredFormat mentioning(@CheckForNull String mention) {
        return mention == null ? null : new StoredFormat(false, null, mention);
    }

    static MessageFormat toFormat(@CheckForNull StoredFormat stored) {
        return stored == null ? MessageFormat.PLAIN : new MessageFormat(stored.markdown, stored.blocks, stored.mention);
    }
}
