package io.jenkins.plugins.slacknotify.message.buttons;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The target of a button, as its {@code value} says: a build and, for a question, the step that asks it.
 *
 * <p>It went to Slack and back, and a job's author can write any value. So it proves nothing, and names no secret. Whether this
 * Jenkins has drawn the button is what its {@link ButtonSeal} shows.
 *
 * @param build the build; its start tells it from another build of the same number
 * @param node the id of the step ({@code FlowNode}); null where the button is about the build as a whole
 */
public record ButtonTarget(BuildKey build, @CheckForNull String node) {
    /** The longest value that Slack takes, in characters. */
    static final int MAX_VALUE = 2_000;

    private static final Gson GSON = new Gson();

    public ButtonTarget {
        requireNonNull(build, "build");
    }

    /**
     * The target as the value of a button has it, as JSON with short names. They stand in Slack's messages for years, so they are never
     * changed.
     */
    private record Value(
            String job,
            int build,
            long at,
            @CheckForNull String node,
            @CheckForNull String seal) {}

    /** Returns the value of a button; empty where it would be longer than Slack takes, by the name of the job. */
    public Optional<String> value() {
        return valueWith(null);
    }

    /** Returns the value of a button with its seal, on the terms of {@link #value}. */
    Optional<String> valueWith(@CheckForNull String seal) {
        String value = GSON.toJson(
                new Value(build.job(), build.build(), build.startedAt().toEpochMilli(), node, seal));
        return value.length() <= MAX_VALUE ? Optional.of(value) : Optional.empty();
    }

    /** Returns what stands in a value as its seal, whoever has written it; empty for none. */
    static Optional<String> sealOf(String value) {
        return read(value).map(Value::seal);
    }

    /** Reads a value; empty where it is none that {@link #value} writes. */
    public static Optional<ButtonTarget> parse(String value) {
        return read(value)
                .map(read -> new ButtonTarget(
                        new BuildKey(read.job(), read.build(), Instant.ofEpochMilli(read.at())), read.node()));
    }

    private static Optional<Value> read(String value) {
        try {
            return Optional.ofNullable(GSON.fromJson(value, Value.class))
                    .filter(read -> read.job() != null && read.build() >= 1);
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }
}
