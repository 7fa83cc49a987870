package io.jenkins.plugins.slacknotify.sidebyside;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables, in order. */
enum Measurement {
    WAITING(arena -> new Waiting(arena).measure()),
    OUTAGES(arena -> new Outages(arena).measure()),
    COMMITS(arena -> new Commits(arena).measure()),
    DISTANCE(arena -> new Distance(arena).measure());

    private final Function<Arena, Sheet> method;

    Measurement(Function<Arena, Sheet> method) {
        this.method = method;
    }

    Sheet take(Arena arena) {
        return method.apply(arena);
    }

    /** Those that the property {@code side-by-side.only} names, separated by commas; all where it names none. */
    static List<Measurement> wanted() {
        var only = System.getProperty("side-by-side.only", "");
        return only.isBlank()
                ? List.of(values())
                : Stream.of(only.split(","))
                        .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)))
                        .toList();
    }
}
