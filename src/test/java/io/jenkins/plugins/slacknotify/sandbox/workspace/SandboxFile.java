package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A file on its way into the workspace, or there. Immutable.
 *
 * @param ticket the end of the address to which its bytes go, once
 * @param ownerId the user who uploads it; nobody else sees it before a message shows it
 * @param length the number of bytes that were announced
 * @param content null until they have come
 * @param readyAt when Slack is done with it, after its upload was said to be complete; null before
 */
public record SandboxFile(
        String id,
        String ticket,
        String ownerId,
        String name,
        String title,
        long length,
        byte[] content,
        Instant readyAt) {
    private static final int PREVIEW = 600;

    /** The beginning of a text; empty for anything else. */
    public String preview() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            boolean isText = text.chars().noneMatch(each -> each < ' ' && each != '\n' && each != '\r' && each != '\t');
            return isText ? text.substring(0, Math.min(PREVIEW, text.length())) : "";
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    /** The bytes as text. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    public boolean complete() {
        return readyAt != null;
    }

    SandboxFile holding(byte[] bytes) {
        return new SandboxFile(id, ticket, ownerId, name, title, length, bytes, readyAt);
    }

    SandboxFile completed(String newTitle, Instant readyFrom) {
        return new SandboxFile(id, ticket, ownerId, name, newTitle, length, content, readyFrom);
    }
}
