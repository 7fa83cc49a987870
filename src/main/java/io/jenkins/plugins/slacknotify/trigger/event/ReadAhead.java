package io.jenkins.plugins.slacknotify.trigger.event;

import hudson.model.Computer;
import hudson.model.Run;
import hudson.scm.ChangeLogSet;
import io.jenkins.plugins.slacknotify.trigger.commits.RunningChangeLogs;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.findings.UsualDuration;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/**
 * Reads in advance, while a build runs, the older builds and the change logs that its end will need, on one other thread for
 * all builds. So a build that ends does not hold its executor while they are read, unless it ends before.
 *
 * <p>Safe for use by many threads.
 */
public final class ReadAhead {
    /** The most builds that wait to be read ahead. Further builds are read when they end. */
    private static final int MAX_WAITING = 100;

    /**
     * The milliseconds between a request to read and the moment when a thread is asked for. A thread that is woken takes the processor of
     * the one that has woken it, where no other is free: a build waited up to five milliseconds for it. A moment later, the build itself
     * waits in most cases: for a repository, a node, or a compiler.
     */
    private static final int MOMENT = 20;

    private static final SerialReader<Runnable> READER =
            new SerialReader<>(MAX_WAITING, ReadAhead::inAMoment, Computer.threadPoolForRemoting, Runnable::run);

    private ReadAhead() {}

    private static void inAMoment(Runnable task) {
        Timer.get().schedule(task, MOMENT, TimeUnit.MILLISECONDS);
    }

    /** Begins to read, in a moment, for a build that has started, and returns at once. Never throws. */
    public static void of(Run<?, ?> run) {
        READER.add(() -> RunEvents.readAhead(run));
    }

    /** Begins to read, in a moment, a change log of a build that runs, and returns at once. Never throws. */
    static void of(Run<?, ?> run, ChangeLogSet<?> changes) {
        RunningChangeLogs.expect(run, changes);
        READER.add(() -> BestEffort.run("read the change log of ", run, () -> RunningChangeLogs.read(run, changes)));
    }

    /** Forgets the data that were read ahead for a build that has ended. */
    public static void forget(Run<?, ?> run) {
        RunningChangeLogs.forget(run);
        UsualDuration.forget(run);
    }
}
