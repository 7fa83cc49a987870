package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All workspaces of a sandbox. Thread-safe. */
public final class Workspaces {
    private final StateLock lock;
    private final CallLog calls;
    private final MessageClock clock;
    private final Ids ids = new Ids();
    private final Map<String, SandboxWorkspace> byName = new LinkedHashMap<>();

    public Workspaces(StateLock lock, CallLog calls, InstantSource clock) {
        this.lock = lock;
        this.calls = calls;
        this.clock = new MessageClock(clock);
    }

    /** The workspace of that name, created on first use. */
    public SandboxWorkspace named(String name) {
        return lock.write(
                () -> byName.computeIfAbsent(name, key -> new SandboxWorkspace(key, lock, calls, clock, ids)));
    }

    public List<SandboxWorkspace> all() {
        return lock.read(() -> List.copyOf(byName.values()));
    }

    public Optional<SandboxWorkspace> ofToken(String token) {
        return all().stream()
                .filter(workspace -> workspace.accessOf(token).isPresent())
                .findFirst();
    }
}
