package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.routing.TemplateSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The templates that could not be used lately. A template leaves when it has been used again, when a configuration was saved, or
 * when no message needed it for a day. In memory only.
 *
 * <p>Safe for use by many threads.
 */
public final class BrokenTemplates {
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int QUOTED = 40;

    private final Map<String, Fault> faults = new ConcurrentHashMap<>();

    /** How often all faults were forgotten. Guarded by this object. */
    private long clears;

    private final InstantSource clock;

    /**
     * The fault of one template.
     *
     * @param name the name of the template for people
     * @param fixLocation where a person fixes it
     * @param since the first message without the template
     * @param last the latest message without the template
     */
    private record Fault(String name, Problem.FixLocation fixLocation, String why, Instant since, Instant last) {}

    public BrokenTemplates(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns the number of times that all faults were forgotten, to be asked before a template is used. */
    public synchronized long clears() {
        return clears;
    }

    /** Records that a template has been used. */
    public void markWorking(String text) {
        faults.remove(text);
    }

    /**
     * Records that a template could not be used. Does nothing where all faults were forgotten meanwhile: a macro may take its time, and
     * what somebody has corrected by then would be a problem for another day.
     *
     * @param source where it comes from; null where that is not known
     * @param clearsBefore the {@link #clears} before it was used
     */
    public synchronized void markBroken(
            String text, @CheckForNull TemplateSource source, String why, long clearsBefore) {
        if (clearsBefore != clears) {
            return;
        }
        Instant now = clock.instant();
        faults.merge(
                text,
                new Fault(name(text, source), fixLocation(source), why, now, now),
                (before, fault) -> new Fault(fault.name(), fault.fixLocation(), why, before.since(), now));
    }

    /** Forgets all faults, because a saved configuration may have fixed them. */
    public synchronized void clear() {
        clears++;
        faults.clear();
    }

    /** The note for people on a message that was to use that template; empty where the template works. */
    public Optional<String> note(String text) {
        return Optional.ofNullable(faults.get(text)).map(BrokenTemplates::describe);
    }

    /** The faults as problems for administrators. */
    public List<Problem> problems() {
        Instant forgotten = clock.instant().minus(REMEMBERED);
        faults.values().removeIf(fault -> fault.last().isBefore(forgotten));
        return faults.values().stream()
                .map(fault -> new Problem(describe(fault), fault.fixLocation(), fault.since(), 0))
                .toList();
    }

    private static String describe(Fault fault) {
        return "The template " + fault.name() + " cannot be used, so the message's own words are sent. " + fault.why();
    }

    private static String name(String text, @CheckForNull TemplateSource source) {
        if (source == null) {
            return "that begins with '" + Excerpt.truncate(text, QUOTED) + "'";
        }
        return "'" + source.name() + "'"
                + (source.owner().isEmpty() ? "" : ", which a rule of " + source.owner() + " names,");
    }

    private static Problem.FixLocation fixLocation(@CheckForNull TemplateSource source) {
        return source == null || source.owner().isEmpty()
                ? Problem.FixLocation.SYSTEM_SETTINGS
                : Problem.FixLocation.ELSEWHERE;
    }
}
