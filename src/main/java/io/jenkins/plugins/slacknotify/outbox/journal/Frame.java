package io.jenkins.plugins.slacknotify.outbox.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The format of a line in the journal: the CRC-32C and the length in bytes of what follows, as eight hexadecimal digits
 * each, then a JSON object in UTF-8, then a line feed. The JSON holds no line feed of its own, so after damage the next
 * line begins after the next line feed at the latest, and earlier where the damage has hit the line feed as well.
 */
final class Frame {
    private static final int NUMBER = 8;
    private static final int HEADER = 2 * (NUMBER + 1);

    private Frame() {}

    /** Returns the bytes that are written for a line: the line itself, and what shows whether it is whole. */
    static byte[] of(String json) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[HEADER + content.length + 1];
        putNumber(frame, 0, checksum(content, 0, content.length));
        putNumber(frame, NUMBER + 1, content.length);
        System.arraycopy(content, 0, frame, HEADER, content.length);
        frame[frame.length - 1] = '\n';
        return frame;
    }

    /**
     * Returns the length of the frame that begins at an offset; 0 where none begins, or not all of it is as it was
     * written.
     */
    static int lengthAt(byte[] bytes, int offset) {
        if (bytes.length - offset < HEADER) {
            return 0;
        }
        try {
            int length = number(bytes, offset + NUMBER + 1);
            int content = offset + HEADER;
            boolean complete = length >= 0 && length < bytes.length - content;
            return complete && checksum(bytes, content, length) == number(bytes, offset) ? HEADER + length + 1 : 0;
        } catch (IllegalArgumentException notNumbers) {
            return 0;
        }
    }

    /** Returns where to go on reading, after an offset at which no frame begins. */
    static int nextCandidate(byte[] bytes, int offset) {
        int next = offset;
        while (next < bytes.length && bytes[next] != '\n') {
            next++;
            if (beginsMember(bytes, next) && lengthAt(bytes, next) > 0) {
                return next;
            }
        }
        return Math.min(next + 1, bytes.length);
    }

    /**
     * Returns whether a frame may begin here that holds an object with a member. Within a text, JSON has no bare quote,
     * so no text looks like a line, whatever somebody writes into it.
     */
    private static boolean beginsMember(byte[] bytes, int offset) {
        return bytes.length - offset > HEADER + 1
                && bytes[offset + NUMBER] == ' '
                && bytes[offset + HEADER - 1] == ' '
                && bytes[offset + HEADER] == '{'
                && bytes[offset + HEADER + 1] == '"';
    }

    /** Returns the JSON of the intact frame at an offset. */
    static String json(byte[] bytes, int offset, int length) {
        return new String(bytes, offset + HEADER, length - HEADER - 1, StandardCharsets.UTF_8);
    }

    /** Returns a short name for a piece of damage, for use in a file name. */
    static String fingerprint(byte[] bytes) {
        return HexFormat.of().toHexDigits(checksum(bytes, 0, bytes.length));
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset, length);
        return (int) checksum.getValue();
    }

    private static void putNumber(byte[] frame, int offset, int number) {
        byte[] digits = HexFormat.of().toHexDigits(number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, frame, offset, NUMBER);
        frame[offset + NUMBER] = ' ';
    }

    private static int number(byte[] bytes, int offset) {
        return HexFormat.fromHexDigits(new String(bytes, offset, NUMBER, StandardCharsets.ISO_8859_1));
    }
}
