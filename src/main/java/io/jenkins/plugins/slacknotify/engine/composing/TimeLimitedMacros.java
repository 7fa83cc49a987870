package io.jenkins.plugins.slacknotify.engine.composing;

import io.jenkins.plugins.slacknotify.engine.spi.Macros;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Macros with a time limit, so that one that never ends holds up no message for longer.
 *
 * <p>A macro that does not even stop when it is interrupted keeps its thread. Each owner of templates has
 * {@value #OF_ONE_OWNER} threads, and all together {@value #AT_ONCE}: what one owner writes takes the time of no other. Whoever finds
 * none free waits for one, as long as a macro may take; but if all of them are late, none will be free, and nobody waits. A macro
 * that was late {@value #LATE_AT_MOST} times in a row is not tried again until {@link #forget}, so that it takes no more threads.
 *
 * <p>Safe for use by many threads.
 */
public final class TimeLimitedMacros {
    /** How long a macro may run in Jenkins. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int AT_ONCE = 16;
    private static final int OF_ONE_OWNER = 2;
    private static final int LATE_AT_MOST = 2;

    /** The number of late macros to remember. Nobody writes so many by mistake. */
    private static final int REMEMBERED = 1_000;

    private final Macros macros;
    private final Duration timeout;
    private final List<Place> taken = new ArrayList<>();
    private final Map<List<String>, Integer> late = new LinkedHashMap<>();

    public TimeLimitedMacros(Macros macros, Duration timeout) {
        this.macros = macros;
        this.timeout = timeout;
    }

    /** One of the threads, while it expands a macro for an owner. */
    private static final class Place {
        private final String owner;

        /** Whether the macro has run for longer than the time limit. */
        private boolean late;

        private Place(String owner) {
            this.owner = owner;
        }
    }

    /**
     * Expands a macro of a template. Takes twice the time limit at most: as long to wait for a thread as for the value.
     *
     * @param owner the job or folder whose template it is; empty for the whole system
     * @throws BrokenTemplateException where the macro has no value in time
     */
    public String expand(String macro, BuildKey build, String owner) throws BrokenTemplateException {
        Place place = acquire(macro, owner);
        FutureTask<String> task = start(macro, build, place);
        return await(task, macro, place);
    }

    /** Starts a thread that leaves the place at its end; where none begins, the place is left at once. */
    private FutureTask<String> start(String macro, BuildKey build, Place place) throws BrokenTemplateException {
        boolean isStarted = false;
        try {
            FutureTask<String> task = new FutureTask<>(() -> macros.expand(macro, build));
            Thread thread =
                    new Thread(() -> runAndLeave(task, place), "Slack notifications: " + macro + " of " + build);
            thread.setDaemon(true);
            thread.start();
            isStarted = true;
            return task;
        } catch (OutOfMemoryError noThread) {
            throw new BrokenTemplateException("For " + macro + " there is no thread.");
        } finally {
            if (!isStarted) {
                release(place);
            }
        }
    }

    /** Tries late macros again, because somebody may have corrected them. */
    public synchronized void forget() {
        late.clear();
    }

    private synchronized Place acquire(String macro, String owner) throws BrokenTemplateException {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            requireNotOftenLate(macro, owner);
            List<Place> inTheWay = inTheWay(owner);
            if (inTheWay.isEmpty()) {
                Place place = new Place(owner);
                taken.add(place);
                return place;
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || inTheWay.stream().allMatch(place -> place.late)) {
                throw new BrokenTemplateException("For " + macro + " there is no time, as other macros take too long.");
            }
            awaitChange(macro, left);
        }
    }

    private void requireNotOftenLate(String macro, String owner) throws BrokenTemplateException {
        if (late.getOrDefault(List.of(owner, macro), 0) >= LATE_AT_MOST) {
            throw new BrokenTemplateException(macro
                    + " has taken too long several times, so it is not tried again until the configuration is saved.");
        }
    }

    /** The places of which one has to become free first; empty where there is one for an owner. */
    private List<Place> inTheWay(String owner) {
        List<Place> ofOwner =
                taken.stream().filter(place -> place.owner.equals(owner)).toList();
        if (ofOwner.size() >= OF_ONE_OWNER) {
            return ofOwner;
        }
        return taken.size() >= AT_ONCE ? List.copyOf(taken) : List.of();
    }

    private void awaitChange(String macro, long millis) throws BrokenTemplateException {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            throw stopped(macro);
        }
    }

    private synchronized void release(Place place) {
        taken.remove(place);
        notifyAll();
    }

    private synchronized void markLate(String macro, Place place) {
        place.late = true;
        if (late.size() < REMEMBERED) {
            late.merge(List.of(place.owner, macro), 1, Integer::sum);
        }
        notifyAll();
    }

    /** Counts anew: a server that was slow for a moment months ago says nothing of the macro. */
    private synchronized void forgetLate(String macro, Place place) {
        late.remove(List.of(place.owner, macro));
    }

    /** A task that was given up before it had begun does nothing, but its thread leaves as well. */
    private void runAndLeave(FutureTask<String> task, Place place) {
        try {
            task.run();
        } finally {
            release(place);
        }
    }

    private String await(FutureTask<String> task, String macro, Place place) throws BrokenTemplateException {
        try {
            String value = task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            forgetLate(macro, place);
            return value;
        } catch (TimeoutException e) {
            task.cancel(true);
            markLate(macro, place);
            throw new BrokenTemplateException(macro + " had no value after " + timeout.toSeconds() + " s.");
        } catch (InterruptedException e) {
            task.cancel(true);
            throw stopped(macro);
        } catch (ExecutionException e) {
            throw broken(macro, e.getCause());
        }
    }

    private static BrokenTemplateException stopped(String macro) {
        Thread.currentThread().interrupt();
        return new BrokenTemplateException(macro + " had no value when Jenkins stopped.");
    }

    private static BrokenTemplateException broken(String macro, Throwable cause) {
        return cause instanceof BrokenTemplateException known
                ? known
                : new BrokenTemplateException(macro + " has failed: " + cause);
    }
}
