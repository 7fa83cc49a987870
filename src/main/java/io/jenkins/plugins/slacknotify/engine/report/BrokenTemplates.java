package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.TemplateSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which templates could not be used lately. One is mended when it has been used again, when a configuration was saved, or
 * when a day has passed without it; whether that is so shows with the next message. In memory only. Safe for use by many
 * threads.
 */
public final class BrokenTemplates {
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int QUOTED = 40;

    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /**
     * @param name of the template, as people know it
     * @param mend where it is mended
     * @param last when it was last noticed
     */
    private record Fault(String name, Problem.FixLocation mend, String why, Instant since, Instant last) {}

    public BrokenTemplates(InstantSource clock) {
        this.clock = clock;
    }

    public void markWorking(String text) {
        faults.remove(text);
    }

    /** @param source null where it is not known */
    public void markBroken(String text, @CheckForNull TemplateSource source, String why) {
        Instant now = clock.instant();
        faults.merge(
                text,
                new Fault(name(text, source), mend(source), why, now, now),
                (before, fault) -> new Fault(fault.name(), fault.mend(), why, before.since(), now));
    }

    public void clear() {
        faults.clear();
    }

    /** What to know of a message that was to be in the words of that template. */
    public Optional<String> note(String text) {
        return Optional.ofNullable(faults.get(text)).map(BrokenTemplates::words);
    }

    public List<Problem> problems() {
        Instant forgotten = clock.instant().minus(REMEMBERED);
        faults.values().removeIf(fault -> fault.last().isBefore(forgotten));
        return faults.values().stream()
                .map(fault -> new Problem(words(fault), fault.mend(), fault.since(), 0))
                .toList();
    }

    private static String words(Fault fault) {
        return "The template " + fault.name() + " cannot be used, so the message's own words are sent. " + fault.why();
    }

    private static String name(String text, @CheckForNull TemplateSource source) {
        if (source == null) {
            return "that begins with '" + text.substring(0, Math.min(QUOTED, text.length())) + "'";
        }
        return "'" + source.name() + "'"
                + (source.owner().isEmpty() ? "" : ", which a rule of " + source.owner() + " names,");
    }

    private static Problem.FixLocation mend(@CheckForNull TemplateSource source) {
        return source == null || source.owner().isEmpty()
                ? Problem.FixLocation.SYSTEM_SETTINGS
                : Problem.FixLocation.ELSEWHERE;
    }
}
