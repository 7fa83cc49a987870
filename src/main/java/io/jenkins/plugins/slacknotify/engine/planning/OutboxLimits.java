package io.jenkins.plugins.slacknotify.engine.planning;

/**
 * The limits of what may wait for Slack.
 *
 * @param most deliveries in all; each takes some 300 bytes of memory, wherever it goes
 * @param mostBytes bytes on disk in all, files not included, for which {@code FileSpool} has a limit of its own
 * @param mostOfLane deliveries of authors to one channel, for which all of its jobs together are to blame. At the pace of Slack
 *     they take an hour and a half
 */
public record OutboxLimits(int most, long mostBytes, int mostOfLane) {
    public static final OutboxLimits STANDARD = new OutboxLimits(250_000, 1L << 30, 5_000);

    /** What authors send may not use one part in so many: it is kept free for the news of builds. */
    private static final int RESERVED = 4;

    /** These limits without the part that only the news of builds may use. */
    OutboxLimits forAuthors() {
        return new OutboxLimits(most - most / RESERVED, mostBytes - mostBytes / RESERVED, mostOfLane);
    }
}
