package io.jenkins.plugins.slacknotify.interaction.page;

import java.util.Optional;
import java.util.regex.Pattern;

/** The build of a job that an address means. */
public sealed interface BuildSelector {
    /** The characters that may stand behind an address in a sentence. */
    Pattern SENTENCE_END = Pattern.compile("(?<=[\\p{L}\\p{N}])[^\\p{L}\\p{N}]+$");

    record Number(int number) implements BuildSelector {}

    /**
     * A build by what Jenkins calls a permalink, which leads to another build as time goes on.
     *
     * @param id such as {@code lastFailedBuild}
     */
    record Permalink(String id) implements BuildSelector {
        private static final Pattern IDS = Pattern.compile("last[A-Z][A-Za-z]{0,40}Build|lastBuild");
    }

    /**
     * Reads the segment of an address behind a job, without what ends the sentence around it: a build that was named must not be taken
     * for none. Empty where it names no build.
     */
    static Optional<BuildSelector> parse(String segment) {
        String name = SENTENCE_END.matcher(segment).replaceFirst("");
        if (Permalink.IDS.matcher(name).matches()) {
            return Optional.of(new Permalink(name));
        }
        return Segments.number(name).map(Number::new);
    }
}
