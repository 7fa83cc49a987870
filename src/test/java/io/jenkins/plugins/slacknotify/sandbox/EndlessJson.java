package io.jenkins.plugins.slacknotify.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** A JSON text of any length that is never held in memory. */
record EndlessJson(long bytes) implements MockResponseBody {
    private static final byte[] START = "{\"ok\":true,\"padding\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 8192;

    @Override
    public long getContentLength() {
        return START.length + bytes;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(START);
        var chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) 'x');
        for (long left = bytes; left > 0; left -= CHUNK) {
            sink.write(chunk, 0, (int) Math.min(CHUNK, left));
        }
        sink.flush();
    }
}
