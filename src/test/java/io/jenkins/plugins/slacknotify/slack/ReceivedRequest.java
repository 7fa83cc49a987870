package io.jenkins.plugins.slacknotify.slack;

import static java.util.stream.Collectors.toMap;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A request as it came to {@link FakeServer}. */
public record ReceivedRequest(String head, String body) {

    public String firstLine() {
        return head.lines().findFirst().orElseThrow();
    }

    public Optional<String> header(String name) {
        String prefix = name.toLowerCase() + ":";
        return head.lines()
                .filter(line -> line.toLowerCase().startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    /** The form's fields; the SDK sends {@code thread_ts} twice. */
    public Map<String, String> form() {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(toMap(field -> decode(field[0]), field -> decode(field[1]), (first, again) -> first));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
