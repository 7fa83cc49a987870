package io.jenkins.plugins.slacknotify.engine.stored;

import io.jenkins.plugins.slacknotify.event.build.JobMove;
import java.time.Instant;

/** The stored form of a {@link JobMove}. */
record StoredJobMove(String from, String to, String at) {
    static StoredJobMove of(JobMove move) {
        return new StoredJobMove(move.from(), move.to(), StoredTime.of(move.at()));
    }

    JobMove toMove() {
        return new JobMove(from, to, Instant.parse(at));
    }
}
