package io.jenkins.plugins.slacknotify.event.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a log, or of a part of a log. A build that ran on an agent writes in the agent's encoding, such as windows-1252, into a log
 * of which Jenkins believes that it is in another one.
 */
public final class LogBytes {
    private static final int BITS_OF_A_LATER_BYTE = 0xC0;
    private static final int LATER_BYTE = 0x80;
    private static final int MAX_LATER_BYTES = 3;

    private LogBytes() {}

    /**
     * Decodes bytes that may begin and end amid a character: as UTF-8 where they are that, which no other text is by chance, and
     * otherwise by the encoding in which the build has said that it writes.
     */
    public static String decode(byte[] bytes, Charset written) {
        int from = 0;
        while (from < bytes.length && from < MAX_LATER_BYTES && (bytes[from] & BITS_OF_A_LATER_BYTE) == LATER_BYTE) {
            from++;
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean isUtf8 = !StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from), text, false)
                .isError();
        // Decoded as ASCII, each byte of an umlaut would become a question mark.
        return isUtf8
                ? text.flip().toString()
                : new String(bytes, written.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : written);
    }
}
