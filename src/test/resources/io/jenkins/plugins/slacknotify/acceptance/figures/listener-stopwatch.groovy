import groovy.transform.CompileStatic
import hudson.FilePath
import hudson.model.Run
import hudson.model.TaskListener
import hudson.model.listeners.RunListener
import hudson.model.listeners.SCMListener
import hudson.scm.ChangeLogSet
import hudson.scm.SCM
import hudson.scm.SCMRevisionState
import java.lang.management.ManagementFactory
import java.util.concurrent.ConcurrentLinkedQueue
import jenkins.model.Jenkins

/** Measures what a thread does; looks at its stack every millisecond where it is asked to. */
@CompileStatic
class Stopwatch {
    static final ConcurrentLinkedQueue<String> LAPS = new ConcurrentLinkedQueue<String>()
    static final ConcurrentLinkedQueue<String> STACKS = new ConcurrentLinkedQueue<String>()
    static volatile boolean sampling

    static void time(String what, Runnable action) {
        Thread builder = Thread.currentThread()
        Thread sampler = sampling ? new Thread({ sample(builder) } as Runnable) : null
        sampler?.start()
        long queuedBefore = queued()
        long processor = ManagementFactory.threadMXBean.currentThreadCpuTime
        long start = System.nanoTime()
        try {
            action.run()
        } finally {
            long end = System.nanoTime()
            processor = ManagementFactory.threadMXBean.currentThreadCpuTime - processor
            LAPS.add(what + ' ' + (end - start) + ' ' + processor + ' ' + (queued() - queuedBefore))
            sampler?.interrupt()
        }
    }

    /** For how many nanoseconds this thread could have run, but others had all processors; Linux alone counts that. */
    private static long queued() {
        File counters = new File('/proc/thread-self/schedstat')
        return counters.exists() ? Long.parseLong(counters.text.trim().split(' ')[1]) : 0L
    }

    private static void sample(Thread builder) {
        try {
            while (true) {
                StringBuilder stack = new StringBuilder()
                for (StackTraceElement frame : builder.stackTrace) {
                    if (frame.className == 'Stopwatch') break
                    stack.append(frame.className).append('.').append(frame.methodName).append(':').append(frame.lineNumber).append(';')
                }
                STACKS.add(stack.toString())
                Thread.sleep(1)
            }
        } catch (InterruptedException end) {
            return
        }
    }
}

@CompileStatic
class TimedRunListener extends RunListener<Run> {
    final List<RunListener> inner

    TimedRunListener(List<RunListener> inner) {
        super(Run)
        this.inner = inner
    }

    void onStarted(Run run, TaskListener console) {
        Stopwatch.time(name(run) + ' started', { inner.each { RunListener each -> each.onStarted(run, console) } } as Runnable)
    }

    void onCompleted(Run run, TaskListener console) {
        Stopwatch.time(name(run) + ' completed', { inner.each { RunListener each -> each.onCompleted(run, console) } } as Runnable)
    }

    void onFinalized(Run run) {
        Stopwatch.time(name(run) + ' finalized', { inner.each { RunListener each -> each.onFinalized(run) } } as Runnable)
    }

    void onDeleted(Run run) {
        inner.each { RunListener each -> each.onDeleted(run) }
    }

    static String name(Run run) {
        return run.parent.fullName + '#' + run.number
    }
}

@CompileStatic
class TimedCheckoutListener extends SCMListener {
    final List<SCMListener> inner

    TimedCheckoutListener(List<SCMListener> inner) {
        this.inner = inner
    }

    void onCheckout(Run<?, ?> run, SCM scm, FilePath workspace, TaskListener console, File log, SCMRevisionState base) {
        Stopwatch.time(TimedRunListener.name(run) + ' checkout',
            { inner.each { SCMListener each -> each.onCheckout(run, scm, workspace, console, log, base) } } as Runnable)
    }

    void onChangeLogParsed(Run<?, ?> run, SCM scm, TaskListener console, ChangeLogSet<?> changes) {
        Stopwatch.time(TimedRunListener.name(run) + ' changes',
            { inner.each { SCMListener each -> each.onChangeLogParsed(run, scm, console, changes) } } as Runnable)
    }
}

def ours = { it.class.name.startsWith('io.jenkins.plugins.slacknotify.') }
def runs = RunListener.all().findAll(ours).toList()
// SCMListener.all() is a copy of this list.
def checkoutListeners = Jenkins.get().getExtensionList(SCMListener)
def checkouts = checkoutListeners.findAll(ours).toList()
assert runs && checkouts
new TimedRunListener([]).with { nothing -> 20.times { Stopwatch.time('nothing', { } as Runnable) } }
Stopwatch.LAPS.clear()
Stopwatch.sampling = Boolean.getBoolean('listener-stopwatch.sampling')
System.properties.put('listener-stopwatch', Stopwatch.LAPS)
System.properties.put('listener-stopwatch-stacks', Stopwatch.STACKS)
runs.each { RunListener.all().remove(it) }
checkouts.each { checkoutListeners.remove(it) }
RunListener.all().add(0, new TimedRunListener(runs))
checkoutListeners.add(0, new TimedCheckoutListener(checkouts))
assert !SCMListener.all().any(ours)
return null
