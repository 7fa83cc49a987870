package io.jenkins.plugins.slacknotify.inbound.act;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The format of an answer on disk, on the terms of {@link StoredRequest}.
 *
 * @param type always {@link #TYPE}
 * @param origin of the request that it answers
 */
record StoredAnswer(
        int v,
        String type,
        StoredRequestOrigin origin,
        String placement,
        String text,
        @CheckForNull String blocks,
        @CheckForNull String threadTs) {

    static final String TYPE = "answer";

    static StoredAnswer of(StoredRequestOrigin origin, Answer answer) {
        return new StoredAnswer(
                StoredActs.VERSION,
                TYPE,
                origin,
                answer.placement().name(),
                answer.text(),
                answer.blocks(),
                answer.threadTs());
    }

    Answer toAnswer() {
        return new Answer(Answer.Placement.valueOf(placement), text, blocks, threadTs);
    }
}
