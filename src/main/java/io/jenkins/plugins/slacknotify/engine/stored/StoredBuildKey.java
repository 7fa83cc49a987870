package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;

/** The stored form of a {@link BuildKey}. */
record StoredBuildKey(String job, int build, String startedAt) {
    @CheckForNull
    static StoredBuildKey of(@CheckForNull BuildKey key) {
        return key == null ? null : new StoredBuildKey(key.job(), key.build(), StoredTime.of(key.startedAt()));
    }

    BuildKey toKey() {
        return new BuildKey(job, build, StoredTime.toInstant(startedAt));
    }
}
