package io.jenkins.plugins.slacknotify.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The faults by name, for those who set them by hand on the page. Each takes one argument, which many ignore. */
final class FaultMenu {
    private static final Map<String, Function<String, Fault>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("rateLimited", seconds -> Fault.rateLimited(Duration.ofSeconds(number(seconds, 30))));
        KINDS.put("delay", seconds -> Fault.delay(Duration.ofSeconds(number(seconds, 5))));
        KINDS.put("status", status -> Fault.status((int) number(status, 503)));
        KINDS.put("error", error -> Fault.error(error.isEmpty() ? "fatal_error" : error));
        KINDS.put("html", ignored -> Fault.html());
        KINDS.put("empty200", ignored -> Fault.empty200());
        KINDS.put("hugeBody", bytes -> Fault.hugeBody(number(bytes, 50_000_000)));
        KINDS.put("truncatedJson", ignored -> Fault.truncatedJson());
        KINDS.put("closeBeforeReading", ignored -> Fault.closeBeforeReading());
        KINDS.put("halfClosed", ignored -> Fault.halfClosed());
        KINDS.put("acceptedButAnswerLost", ignored -> Fault.acceptedButAnswerLost());
        KINDS.put("closedAfterAnswer", ignored -> Fault.closedAfterAnswer());
        KINDS.put("never", ignored -> Fault.never());
        KINDS.put("redirect", url -> Fault.redirect(url.isEmpty() ? "https://example.org/" : url));
    }

    private FaultMenu() {}

    static Set<String> names() {
        return KINDS.keySet();
    }

    /** @throws IllegalArgumentException where there is no such fault, or the argument is no number but should be */
    static Fault fault(String name, String argument) {
        var kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("unknown fault " + name + ", known are " + names());
        }
        return kind.apply(argument);
    }

    private static long number(String argument, long fallback) {
        return argument.isEmpty() ? fallback : Long.parseLong(argument);
    }
}
