package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;

/**
 * The notes on what cannot be sent before a person does something: words for people, and beside them the {@link HoldReason}, which is
 * what the plugin goes by.
 */
public final class RefusalNote {
    private static final String TOKEN =
            "Slack does not accept the token with which it is sent, or the token lacks a right.";

    private static final String NO_TOKEN = "Jenkins has no token that works for it, or this job may not use that."
            + " If the job names a credential, check its id, and that it is a Secret text with a bot token.";

    private static final String OTHER_VERSION =
            "Another version of this plugin has written this message, and this one cannot read it."
                    + " It is sent when that version, or a newer one, is installed again";

    private RefusalNote() {}

    /** The note on a message that this version cannot read. */
    public static Note ofOtherVersion() {
        return noted(Note.forEverybody(OTHER_VERSION), new HoldReason.OtherVersion());
    }

    /**
     * The note on a message for which no token was found.
     *
     * @param why for administrators
     */
    public static Note ofNoToken(String why) {
        return noted(new Note(why, NO_TOKEN), new HoldReason.NoToken());
    }

    /**
     * Returns a note that says where the name of the channel stands that was refused.
     *
     * @param refusal the note of that refusal
     */
    public static Note named(Note refusal, ChannelSource source) {
        Note named = refusal.after("Named by " + source.describe(), ": ");
        return HoldReason.of(refusal) instanceof HoldReason.Refused refused
                ? noted(named, new HoldReason.Refused(refused.error(), source.isOfAuthor()))
                : named;
    }

    /**
     * The note of a refusal: the remedy, and at the end Slack's error code. What is wrong with the message or its channel is for everybody,
     * who can fix it; of the token, its app and what stands between Jenkins and Slack, only that it is that; of a person, nothing.
     */
    public static Note of(Refusal refusal) {
        String text = refusal.remedyWithError();
        return noted(new Note(text, brief(refusal, text)), new HoldReason.Refused(refusal.error(), false));
    }

    /** The note that words make with the reason of a refusal behind them; the words alone for any other result. */
    public static Note of(String words, SlackResult<?> result) {
        return result.refused()
                .map(refusal -> of(refusal).after(words, ": "))
                .orElseGet(() -> Note.forEverybody(words));
    }

    @CheckForNull
    private static String brief(Refusal refusal, String text) {
        if (refusal.isForEverybody()) {
            return text;
        }
        return refusal.isAboutTheToken() ? TOKEN : null;
    }

    private static Note noted(Note note, HoldReason reason) {
        return note.withCode(reason.code());
    }
}
