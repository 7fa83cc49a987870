package io.jenkins.plugins.slacknotify.slack.api;

import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import java.io.IOException;
import java.nio.file.Files;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A request body with the bytes of a file, read from disk as the network takes them. */
final class FileBody extends RequestBody {
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private final OutgoingFile file;

    FileBody(OutgoingFile file) {
        this.file = file;
    }

    @Override
    public MediaType contentType() {
        return BYTES;
    }

    @Override
    public long contentLength() {
        return file.length();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        Files.copy(file.content(), sink.outputStream());
    }
}
