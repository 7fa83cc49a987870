package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The files of a workspace. Thread-safe. */
public final class SandboxFiles {
    private final StateLock lock;
    private final Ids ids;
    private final Map<String, SandboxFile> files = new LinkedHashMap<>();

    SandboxFiles(StateLock lock, Ids ids) {
        this.lock = lock;
        this.ids = ids;
    }

    /** A file that somebody is about to upload. */
    public SandboxFile announce(String ownerId, String name, long length) {
        return lock.write(() -> put(new SandboxFile(
                ids.next('F'), UUID.randomUUID().toString(), ownerId, name, name, length, null, false)));
    }

    /** The file whose bytes go to an address. */
    public Optional<SandboxFile> awaited(String ticket) {
        return all().stream().filter(file -> file.ticket().equals(ticket)).findFirst();
    }

    public SandboxFile receive(SandboxFile file, byte[] content) {
        return lock.write(() -> put(file.holding(content)));
    }

    public SandboxFile complete(SandboxFile file, String title) {
        return lock.write(() -> put(file.completed(title)));
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
