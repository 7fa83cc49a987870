package io.jenkins.plugins.slacknotify.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;

/** The files of the page, from the class path. */
final class PageFiles {
    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.(html|js|css|svg)");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

    /** Only our own scripts and styles; pictures may come from anywhere, as messages name them. */
    private static final String POLICY = "default-src 'self'; img-src * data:; frame-ancestors 'none'";

    private PageFiles() {}

    static Optional<MockResponse> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (var file = PageFiles.class.getResourceAsStream(name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(response(name, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MockResponse response(String name, String content) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        return Answers.of(200, type + "; charset=utf-8", content)
                .newBuilder()
                .setHeader("Content-Security-Policy", POLICY)
                .setHeader("Cache-Control", "no-store")
                .setHeader("X-Content-Type-Options", "nosniff")
                .build();
    }
}
