package io.jenkins.plugins.slacknotify.outbox.delivery;

/**
 * The place of an entry among those that wait: it decides when the entry is sent, compared with the others, and until when.
 *
 * @param lane where it goes: one entry of a lane is sent at a time, and lanes do not wait for each other
 * @param sequence entries of one lane and one sequence are sent in the order in which they were accepted; on disk it
 *     is called {@code conversation}
 * @param share whose entry it is, for example a job's: those who share a lane take turns in it, so that one that hands
 *     over many entries does not keep the others waiting
 * @param urgency the greater it is, the more turns it goes before the entries of other shares; within a share, the most
 *     urgent sequence goes first
 * @param foldable whether it may be sent together with others in one message, when many wait
 * @param lasting whether it is of use when it is no news any more, as what corrects an earlier message is: it is sent for as long as that
 *     message is remembered, and not only for the maximum age
 */
public record SendOrder(String lane, String sequence, String share, int urgency, boolean foldable, boolean lasting) {
    /** Makes the order of an entry that is news, and of no use later. */
    public SendOrder(String lane, String sequence, String share, int urgency, boolean foldable) {
        this(lane, sequence, share, urgency, foldable, false);
    }

    /** Makes the order of an entry whose sequence is a share of its own. */
    public SendOrder(String lane, String sequence, int urgency, boolean foldable) {
        this(lane, sequence, sequence, urgency, foldable);
    }

    /** Returns the order of entries of which all in a lane are one sequence. */
    public static SendOrder ofLane(String lane) {
        return new SendOrder(lane, lane, 0, false);
    }
}
