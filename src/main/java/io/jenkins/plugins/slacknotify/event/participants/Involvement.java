package io.jenkins.plugins.slacknotify.event.participants;

import io.jenkins.plugins.slacknotify.event.text.EnumParser;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way in which a person is involved in a build. */
public enum Involvement {
    /** Wrote, or helped to write, a change that is new in this build. */
    COMMITTER("committers"),
    /** Changed something since the last good build, this build included. */
    CULPRIT("culprits"),
    /**
     * Changed something in a build that turned bad or worse, or in which a test began to fail. Which build that is, depends
     * on the event: where a job turns bad or worse, this one; where it is still bad, any since it was good; where it is good again, any
     * of the builds that this one fixes.
     */
    BREAKER("breakers"),
    /** Started the build, or the one upstream that led to it. */
    REQUESTER("requester");

    private final String id;

    Involvement(String id) {
        this.id = id;
    }

    /** The name of everybody who is involved in this way, as it is written in configuration files and pipelines. */
    public String id() {
        return id;
    }

    /** The names of all involvements, with commas between them, for a hint. */
    public static String listed() {
        return Arrays.stream(values()).map(Involvement::id).collect(Collectors.joining(", "));
    }

    /** Finds the involvement of a name; empty where no involvement has that name. */
    public static Stream<Involvement> find(String text) {
        try {
            return Stream.of(parse(text));
        } catch (IllegalArgumentException none) {
            return Stream.empty();
        }
    }

    /**
     * Parses an involvement as people write it; case, {@code _} and {@code -} do not matter.
     *
     * @throws IllegalArgumentException with a message that names the valid ones
     */
    public static Involvement parse(String text) {
        return EnumParser.parse(Involvement.class, "audience", text, Involvement::id);
    }
}
