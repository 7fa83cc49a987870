package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The files of a workspace. Thread-safe. */
public final class SandboxFiles {
    private final StateLock lock;
    private final Ids ids;
    private final MessageTimestamps clock;
    private final Map<String, SandboxFile> files = new LinkedHashMap<>();
    private Duration preparation = Duration.ofSeconds(1);
    private boolean ignoredByUpdates;

    SandboxFiles(StateLock lock, Ids ids, MessageTimestamps clock) {
        this.lock = lock;
        this.ids = ids;
        this.clock = clock;
    }

    /** Sets how long Slack takes to make a complete file ready: a second, unless a test says otherwise (python-slack-sdk#1521). */
    public SandboxFiles readyAfter(Duration wait) {
        lock.run(() -> preparation = wait);
        return this;
    }

    /** From now on chat.update answers ok, and shows no file (python-slack-sdk#1500). */
    public SandboxFiles ignoredByUpdates() {
        lock.run(() -> ignoredByUpdates = true);
        return this;
    }

    public boolean areIgnoredByUpdates() {
        return lock.read(() -> ignoredByUpdates);
    }

    public boolean isReady(SandboxFile file) {
        return file.complete() && !file.readyAt().isAfter(clock.now());
    }

    /** A file that somebody is about to upload. */
    public SandboxFile announce(String ownerId, String name, long length) {
        return lock.write(() -> put(
                new SandboxFile(ids.next('F'), UUID.randomUUID().toString(), ownerId, name, name, length, null, null)));
    }

    /** The file whose bytes go to an address. */
    public Optional<SandboxFile> awaited(String ticket) {
        return all().stream().filter(file -> file.ticket().equals(ticket)).findFirst();
    }

    public SandboxFile receive(SandboxFile file, byte[] content) {
        return lock.write(() -> put(file.holding(content)));
    }

    public SandboxFile complete(SandboxFile file, String title) {
        return lock.write(() -> put(file.completed(title, clock.now().plus(preparation))));
    }

    public Optional<SandboxFile> find(String id) {
        return lock.read(() -> Optional.ofNullable(files.get(id)));
    }

    /** All files, complete or not, oldest first. */
    public List<SandboxFile> all() {
        return lock.read(() -> List.copyOf(files.values()));
    }

    private SandboxFile put(SandboxFile file) {
        files.put(file.id(), file);
        return file;
    }
}
