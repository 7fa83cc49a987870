package io.jenkins.plugins.slacknotify.inbound.status;

import io.jenkins.plugins.slacknotify.memory.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notes what was refused: all of it in {@link InboundStatistics}, and one line a minute for each reason in the log, so that a
 * flood fills no disk. Safe for use by many threads.
 */
public final class RefusalRecorder {
    private static final Logger LOGGER = Logger.getLogger(RefusalRecorder.class.getName());
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final InboundStatistics statistics;
    private final InstantSource clock;
    private final Map<RefusalReason, Line> lines = new EnumMap<>(RefusalReason.class);

    /** @param more how many were refused for the reason since, without a line */
    private record Line(Instant at, long more) {}

    public RefusalRecorder(InboundStatistics statistics, InstantSource clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    /** Notes a refusal, on the terms of {@link InboundStatus.Refused}. */
    public void refused(RefusalReason reason, String detail) {
        statistics.refused(reason, detail);
        long unsaid = takeUnsaid(reason);
        if (unsaid >= 0) {
            String more = unsaid == 0 ? "" : " (and " + unsaid + " more for that reason since the last such line)";
            LOGGER.log(level(reason), () -> "A request from Slack was refused: " + detail + more);
        }
    }

    /** Returns how many refusals have got no line since the last one; -1 where this one gets none either. */
    private synchronized long takeUnsaid(RefusalReason reason) {
        Instant now = clock.instant();
        Line last = lines.get(reason);
        if (last == null || !Freshness.isFresh(last.at(), BETWEEN_LINES, now)) {
            lines.put(reason, new Line(now, 0));
            return last == null ? 0 : last.more();
        }
        lines.put(reason, new Line(last.at(), last.more() + 1));
        return -1;
    }

    /** Returns the level for the log. A refusal that a member or an administrator wants is no warning. */
    private static Level level(RefusalReason reason) {
        return switch (reason) {
            case ABILITY_OFF, OFF, METHOD -> Level.FINE;
            case TOO_MANY, OUTSIDER, REPLAY -> Level.INFO;
            default -> Level.WARNING;
        };
    }
}
