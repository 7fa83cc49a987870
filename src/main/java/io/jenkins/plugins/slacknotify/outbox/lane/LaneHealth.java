package io.jenkins.plugins.slacknotify.outbox.lane;

/**
 * The health of one lane: how its attempts went, and who is to blame for those that failed: the lane, or what was to be sent.
 *
 * <p>What a courier says of a failure is believed as long as the others of the lane fare alike. An entry that goes on to
 * fail while others arrive fails by itself, whatever the courier says; and where one entry after the other fails by itself,
 * it is the lane.
 *
 * <p>Not safe for threads.
 */
public final class LaneHealth {
    /** After this many failures of one entry, or this many entries that have failed, the others of the lane are considered. */
    static final int SUSPICIOUS = 3;

    /** After how many failures of one reason that were not about the lane it is sent plain, while others arrive. */
    public static final int PLAIN_AFTER = 10;

    /** After how many failures of one reason it is sent plain while others arrive, though they seemed to be about the lane. */
    public static final int PLAIN_AFTER_ANY = 12;

    /**
     * After how many failures of one reason that seemed to be about the message it is sent plain, though nothing else has arrived: after some
     * two hours, as an outage looks the same.
     */
    public static final int PLAIN_AFTER_UNPROVEN = 40;

    /** After how many failures that were not about the lane those that travelled in it are sent one by one. */
    private static final int SEPARATE_AFTER = 2;

    private long arrivals;

    /** The failures since the last arrival. An entry that fails by itself counts once. */
    private int failuresInRow;

    long arrivals() {
        return arrivals;
    }

    int failuresInRow() {
        return failuresInRow;
    }

    void arrived() {
        arrivals++;
        failuresInRow = 0;
    }

    /** Notes that Slack has decided about an entry, for or against it, so that the line works. */
    void answered() {
        failuresInRow = 0;
    }

    void failed() {
        failuresInRow++;
    }

    /** Returns whether an entry has shown that it is at fault, and not its lane. */
    boolean failsAlone(Sequence sequence) {
        return sequence.failures() >= SUSPICIOUS && sequence.failsBesideArrivals();
    }

    /** Returns how the next entry of a sequence is to be sent. */
    Manner manner(Sequence sequence, int travelling) {
        if (travelling > 1) {
            boolean separate = sequence.ownFailures() >= SEPARATE_AFTER || failsAlone(sequence);
            return separate ? Manner.LOOK : Manner.FULL;
        }
        // What is indigestible fails for the same reason each time; a line that is bad finds others.
        boolean proven = failsAlone(sequence)
                && (sequence.ownFailures() >= PLAIN_AFTER || sequence.alikeFailures() >= PLAIN_AFTER_ANY);
        return proven || sequence.certainFailures() >= PLAIN_AFTER_UNPROVEN ? Manner.PLAIN : Manner.FULL;
    }

    /** The ways in which an attempt treats its deliveries. */
    public enum Manner {
        FULL,
        /** The delivery is sent in its plainest form. */
        PLAIN,
        /** Nothing is sent; the message in which the deliveries may have arrived together is searched for. */
        LOOK,
        /** Nothing is sent; the messages in which the deliveries may have arrived one by one are searched for. */
        LOOK_FOR_EACH
    }
}
