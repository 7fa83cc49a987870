// Remembers how long each job's last build held its executor, by Jenkins' own reckoning.
import hudson.ExtensionList
import hudson.model.Executor
import hudson.model.ExecutorListener
import hudson.model.Job
import hudson.model.Queue
import java.util.concurrent.ConcurrentHashMap

class ExecutorTimes implements ExecutorListener {
    static final Map<String, Long> MILLIS = new ConcurrentHashMap<>()

    void taskCompleted(Executor executor, Queue.Task task, long millis) {
        if (task instanceof Job) {
            MILLIS[task.fullName] = millis
        }
    }
}

ExtensionList.lookup(ExecutorListener).add(new ExecutorTimes())
// The script console has no other way to classes of this script.
System.properties['executor-times'] = ExecutorTimes.MILLIS
