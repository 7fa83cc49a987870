package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.pollinterval.FixedPollInterval;

/**
 * How often tests ask a Jenkins whether something has happened: soon at first, and less often the longer it takes. Several tests run at once,
 * and each question takes some milliseconds of a processor from what they wait for.
 */
final class Polls {
    private static final Duration USUAL = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMillis(400);

    private Polls() {}

    /** Asks after that time at first. */
    static ConditionFactory await(String what, Duration first) {
        return Awaitility.await(what).pollInterval(new Growing(first));
    }

    /** Has all tests of this virtual machine ask so, which do not say how often. */
    static void useByDefault() {
        Awaitility.setDefaultPollInterval(new Growing(USUAL));
    }

    /** Each is longer by a half than the one before. It is one of those that begin with a wait. */
    private static final class Growing extends FixedPollInterval {
        private final Duration first;

        Growing(Duration first) {
            super(first);
            this.first = first;
        }

        @Override
        public Duration next(int pollCount, Duration previous) {
            var longer = previous.multipliedBy(3).dividedBy(2);
            if (longer.compareTo(first) < 0) {
                return first;
            }
            return longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
        }
    }
}
