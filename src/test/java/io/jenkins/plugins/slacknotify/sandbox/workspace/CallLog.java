package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The latest calls, oldest first; bounded, so that a sandbox can run for days. Counts all of them. */
public final class CallLog {
    private static final int KEPT = 5_000;
    private static final int SUMMARISED = 10;

    private final StateLock lock;
    private final Deque<ApiCall> calls = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();

    public CallLog(StateLock lock) {
        this.lock = lock;
    }

    public void add(ApiCall call) {
        lock.run(() -> {
            calls.addLast(call);
            counts.merge(call.method(), 1L, Long::sum);
            if (calls.size() > KEPT) {
                calls.removeFirst();
            }
        });
    }

    public List<ApiCall> all() {
        return lock.read(() -> List.copyOf(calls));
    }

    /** Returns how many calls of each method there were, those included that are not kept. */
    public Map<String, Long> counts() {
        return lock.read(() -> new TreeMap<>(counts));
    }

    /** The last calls, a line each, for the text of a failed assertion. */
    public String summary() {
        var all = all();
        return all.stream()
                .skip(Math.max(0, all.size() - SUMMARISED))
                .map(call -> "  " + call.summary())
                .collect(Collectors.joining("\n", "last calls:\n", all.isEmpty() ? "  none" : ""));
    }
}
