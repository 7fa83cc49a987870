package io.jenkins.plugins.slacknotify.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** Cuts an answer in two and keeps the first half. */
final class HalfBody {
    private HalfBody() {}

    static MockResponse of(MockResponse answer) {
        var whole = new Buffer();
        try {
            answer.getBody().writeTo(whole);
            var half = new Buffer();
            half.write(whole, whole.size() / 2);
            return answer.newBuilder().body(half).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
