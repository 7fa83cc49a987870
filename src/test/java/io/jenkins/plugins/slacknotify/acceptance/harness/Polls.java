package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.pollinterval.FixedPollInterval;
import org.awaitility.pollinterval.PollInterval;

/**
 * The rhythm in which tests ask a Jenkins whether something has happened: soon at first, and less often the longer it takes. Several tests
 * run at once, and each question takes some milliseconds of a processor from what they wait for.
 */
public final class Polls {
    /** Between two scripts: Jenkins compiles each anew, which takes a hundredth of a second of a processor. */
    public static final PollInterval OF_SCRIPTS = new Growing(Duration.ofMillis(300), Duration.ofMillis(1200));

    private static final Duration USUAL = Duration.ofMillis(100);
    private static final Duration MAX_PAUSE = Duration.ofMillis(400);

    private Polls() {}

    /** Asks after that time at first. */
    static ConditionFactory await(String what, Duration first) {
        return Awaitility.await(what).pollInterval(new Growing(first, MAX_PAUSE));
    }

    /** Has all tests of this virtual machine ask so, which do not say how often. */
    static void useByDefault() {
        Awaitility.setDefaultPollInterval(new Growing(USUAL, MAX_PAUSE));
    }

    /** Each is longer by a half than the one before, until they are the longest. It is one of those that begin with a wait. */
    private static final class Growing extends FixedPollInterval {
        private final Duration first;
        private final Duration longest;

        Growing(Duration first, Duration longest) {
            super(first);
            this.first = first;
            this.longest = longest;
        }

        @Override
        public Duration next(int pollCount, Duration previous) {
            var longer = previous.multipliedBy(3).dividedBy(2);
            if (longer.compareTo(first) < 0) {
                return first;
            }
            return longer.compareTo(longest) < 0 ? longer : longest;
        }
    }
}
