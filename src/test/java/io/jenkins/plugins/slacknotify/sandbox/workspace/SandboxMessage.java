package io.jenkins.plugins.slacknotify.sandbox.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as it stands, with what it said before. Immutable.
 *
 * @param threadTs the parent's {@code ts}, or null for a message that is no reply
 * @param broadcast whether a reply is shown in the channel as well
 * @param editedAt null where the message was never updated
 * @param revisions what the message said before each update, oldest first
 * @param reactions the emoji below it, oldest first
 * @param notes what Slack would do to the message without refusing it, in English sentences
 */
public record SandboxMessage(
        String channelId,
        String ts,
        Author author,
        Content content,
        String threadTs,
        boolean broadcast,
        Instant receivedAt,
        Instant editedAt,
        List<Content> revisions,
        List<Reaction> reactions,
        List<String> notes) {
    public SandboxMessage {
        revisions = List.copyOf(revisions);
        reactions = List.copyOf(reactions);
        notes = List.copyOf(notes);
    }

    public String text() {
        return content.text();
    }

    /** Returns what the channel shows first. */
    public String headline() {
        return content.headline();
    }

    public JsonArray blocks() {
        return content.blocks();
    }

    public JsonArray attachments() {
        return content.attachments();
    }

    /** Returns all that stands below the text, as JSON. */
    public String layout() {
        return blocks() + attachments().toString();
    }

    /** Null where the message has none. */
    public JsonObject metadata() {
        return content.metadata();
    }

    /** The name that this message asked for, or null. */
    public String username() {
        return author.username();
    }

    public String iconEmoji() {
        return author.iconEmoji();
    }

    public String iconUrl() {
        return author.iconUrl();
    }

    public boolean isReply() {
        return threadTs != null && !threadTs.equals(ts);
    }

    SandboxMessage updated(Content newContent, Instant at, List<String> newNotes) {
        var before = new ArrayList<>(revisions);
        before.add(content);
        return new SandboxMessage(
                channelId, ts, author, newContent, threadTs, broadcast, receivedAt, at, before, reactions, newNotes);
    }

    SandboxMessage with(Reaction reaction) {
        var more = new ArrayList<>(reactions);
        more.add(reaction);
        return new SandboxMessage(
                channelId, ts, author, content, threadTs, broadcast, receivedAt, editedAt, revisions, more, notes);
    }
}
