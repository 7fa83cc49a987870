package io.jenkins.plugins.slacknotify.inbound.act;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * The answer that somebody who asked something in Slack gets to read.
 *
 * @param placement where it stands
 * @param text in mrkdwn, escaped; it is also what notifications and screen readers say
 * @param blocks a JSON array of Block Kit blocks; null for the text alone
 * @param threadTs the thread in which it stands; null for the channel itself
 */
public record Answer(
        Placement placement,
        String text,
        @CheckForNull String blocks,
        @CheckForNull String threadTs) {

    /** The place where an answer stands. */
    public enum Placement {
        /** Beside the request, for the member who asked only. Sent in person where that cannot be. */
        EPHEMERAL,
        /** In the conversation of the request, for all members of the channel. */
        IN_CHANNEL,
        /** In the place of the message in which the button stands. */
        REPLACE_ORIGINAL;

        /** Returns whether an answer may arrive twice without being a nuisance to others. */
        boolean mayBeRepeated() {
            return this != IN_CHANNEL;
        }
    }

    public Answer {
        requireNonNull(placement, "placement");
        requireNonNull(text, "text");
    }

    /** Makes an answer that only the member reads who asked. */
    public static Answer ephemeral(String text) {
        return new Answer(Placement.EPHEMERAL, text, null, null);
    }

    /** Makes an answer that the whole channel reads. */
    public static Answer inChannel(String text) {
        return new Answer(Placement.IN_CHANNEL, text, null, null);
    }

    /** Makes an answer that takes the place of the message in which the button stands. */
    public static Answer replacing(String text) {
        return new Answer(Placement.REPLACE_ORIGINAL, text, null, null);
    }

    /** Returns this answer with blocks, which are shown instead of the text. */
    public Answer withBlocks(String newBlocks) {
        return new Answer(placement, text, newBlocks, threadTs);
    }

    public Answer inThread(String newThreadTs) {
        return new Answer(placement, text, blocks, newThreadTs);
    }

    /**
     * Returns this answer in the thread in which it was asked, unless it has its place already: beside a reply, whoever has pressed there
     * would look for it in vain in the channel.
     *
     * @param thread empty where it was asked in none
     */
    public Answer besideReplyIn(Optional<String> thread) {
        boolean standsBeside = placement == Placement.EPHEMERAL || placement == Placement.IN_CHANNEL;
        return standsBeside && threadTs == null ? thread.map(this::inThread).orElse(this) : this;
    }

    /** Returns the JSON that Slack takes at a {@code response_url}, and as the acknowledgement of a command. */
    public String json() {
        JsonObject json = new JsonObject();
        switch (placement) {
            case EPHEMERAL -> json.addProperty("response_type", "ephemeral");
            case IN_CHANNEL -> json.addProperty("response_type", "in_channel");
            case REPLACE_ORIGINAL -> json.addProperty("replace_original", true);
        }
        if (placement == Placement.EPHEMERAL || placement == Placement.IN_CHANNEL) {
            json.addProperty("replace_original", false);
        }
        json.addProperty("text", text);
        if (blocks != null) {
            json.add("blocks", JsonParser.parseString(blocks));
        }
        if (threadTs != null) {
            json.addProperty("thread_ts", threadTs);
        }
        return json.toString();
    }
}
