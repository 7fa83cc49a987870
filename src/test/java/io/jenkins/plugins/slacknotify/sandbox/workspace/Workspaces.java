package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All workspaces of a sandbox. Thread-safe. */
public final class Workspaces {
    private final StateLock lock;
    private final CallLog calls;
    private final MessageTimestamps clock;
    private final Supplier<String> address;
    private final Ids ids;
    private final Map<String, SandboxWorkspace> byName = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param address of the server, ending with a slash
     * @param idsOfProcess whether no others of this process that are made so have the same ids
     */
    public Workspaces(
            StateLock lock, CallLog calls, InstantSource clock, Supplier<String> address, boolean idsOfProcess) {
        ids = new Ids(idsOfProcess);
        this.address = address;
        this.lock = lock;
        this.calls = calls;
        this.clock = new MessageTimestamps(clock);
    }

    /** The workspace of that name, created on first use. */
    public SandboxWorkspace named(String name) {
        return lock.write(
                () -> byName.computeIfAbsent(name, key -> new SandboxWorkspace(key, lock, calls, clock, ids, address)));
    }

    /** An id that nothing else has, of that kind. */
    public String newId(char kind) {
        return ids.next(kind);
    }

    /** The workspace of that id. */
    public Optional<SandboxWorkspace> ofTeam(String teamId) {
        return all().stream().filter(each -> each.teamId().equals(teamId)).findFirst();
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
