package io.jenkins.plugins.slacknotify.engine.reason;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.Set;

/**
 * The reason for which a delivery is held, as a fact beside the words of its note. It lies on disk as the note's
 * {@linkplain Note#code() code}; codes may be added, and none may change its meaning.
 */
public sealed interface HoldReason {
    /**
     * Returns the reason of a delivery that is held.
     *
     * @param note the note of the delivery; null where it has none
     */
    static HoldReason of(@CheckForNull Note note) {
        if (note == null) {
            return new NoToken();
        }
        String code = note.causeCode();
        return code == null ? new NoToken() : StoredCode.read(code);
    }

    /**
     * Returns whether a delivery is held only because it must not overtake another one that is.
     *
     * @param note the note of the delivery; null where it has none
     */
    static boolean isBehind(@CheckForNull Note note) {
        return note != null && note.isBehind();
    }

    /**
     * Returns whether a delivery waits until a person has fixed something: it is held, or it may have arrived, and to look for it takes
     * what is missing. The outbox keeps the latter in doubt, so that it is not sent twice.
     *
     * @param note the note of the delivery; null where it has none
     */
    static boolean keepsBack(Delivery.State state, @CheckForNull Note note) {
        return state == Delivery.State.HELD
                || (state.mayHaveArrived() && note != null && note.code() != null && of(note).isForAPerson());
    }

    private boolean isForAPerson() {
        return isAboutTheChannel() || isAboutTheToken() || isOfOtherVersion();
    }

    /** Returns the code that stands for the reason on disk. */
    String code();

    /** Returns whether the delivery waits until there is a channel of its name, or until the bot may write to its channel. */
    default boolean isAboutTheChannel() {
        return false;
    }

    /** Returns whether the delivery waits until the bot has another token. */
    default boolean isAboutTheToken() {
        return false;
    }

    /** Returns whether the delivery waits because the token of its bot has ended. */
    default boolean isAboutATokenThatHasEnded() {
        return false;
    }

    /** Returns whether the delivery waits for another version of the plugin, or for a delivery that does. */
    default boolean isOfOtherVersion() {
        return false;
    }

    /** Returns whether the delivery is a message to a channel that Slack refuses and that a job itself has named. */
    default boolean isNamedByJob() {
        return false;
    }

    /** Returns the reason for a message that is held only because this one is. */
    default HoldReason ofDependent() {
        return this;
    }

    /**
     * Slack refuses the message.
     *
     * @param error Slack's error code, as in {@link Refusal#error()}
     * @param namedByJob whether the refusal is about a channel that a job itself has named
     */
    record Refused(String error, boolean namedByJob) implements HoldReason {
        /** The errors by which Slack refuses a channel, whatever the message to it says. */
        private static final Set<String> CHANNEL = Set.of("channel_not_found", "not_in_channel", "is_archived");

        public Refused {
            requireNonNull(error, "error");
        }

        @Override
        public String code() {
            return StoredCode.ofRefusal(error, namedByJob);
        }

        @Override
        public boolean isAboutTheChannel() {
            return CHANNEL.contains(error);
        }

        @Override
        public boolean isAboutTheToken() {
            return Refusal.isAboutTheToken(error);
        }

        @Override
        public boolean isAboutATokenThatHasEnded() {
            return error.equals("token_expired");
        }

        @Override
        public boolean isNamedByJob() {
            return namedByJob;
        }

        @Override
        public HoldReason ofDependent() {
            return new Refused(error, false);
        }
    }

    /** Jenkins has no token with which to send it; or the note says nothing more. */
    record NoToken() implements HoldReason {
        @Override
        public String code() {
            return StoredCode.NO_TOKEN;
        }

        @Override
        public boolean isAboutTheToken() {
            return true;
        }
    }

    /** Another version of the plugin has written the delivery, and this version cannot read it. */
    record OtherVersion() implements HoldReason {
        @Override
        public String code() {
            return StoredCode.OTHER_VERSION;
        }

        @Override
        public boolean isOfOtherVersion() {
            return true;
        }
    }

    /**
     * A reason that this version does not know, since a newer one has noted it.
     *
     * @param code as it stands on disk
     */
    record Unknown(String code) implements HoldReason {}
}
