package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A conversation: a public channel, a private one, or the direct message between two users. */
public final class SandboxChannel {
    /** What kind of conversation it is. */
    public enum Kind {
        PUBLIC,
        PRIVATE,
        DIRECT
    }

    private final SandboxWorkspace workspace;
    private final StateLock lock;
    private final String id;
    private String name;
    private final Kind kind;
    private final Set<String> members = new LinkedHashSet<>();
    private final NavigableMap<String, SandboxMessage> messages = new TreeMap<>();
    private boolean archived;

    SandboxChannel(SandboxWorkspace workspace, String id, String name, Kind kind) {
        this.workspace = workspace;
        this.lock = workspace.lock();
        this.id = id;
        this.name = name;
        this.kind = kind;
    }

    public String id() {
        return id;
    }

    /** Without the leading {@code #}; for a direct message the id of the person. */
    public String name() {
        return lock.read(() -> name);
    }

    /** Its id and all that was said stay. DOCUMENTED. INFERRED: nothing is found by the old name, which others may take. */
    public SandboxChannel rename(String newName) {
        lock.run(() -> name = newName);
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /** As {@code /invite} does; {@code who} is the name of a bot, or a person's name, e-mail address or id. */
    public SandboxChannel invite(String who) {
        lock.run(() -> members.add(workspace.requireUser(who).id()));
        return this;
    }

    /** The opposite of {@link #invite}. */
    public SandboxChannel remove(String who) {
        lock.run(() -> members.remove(workspace.requireUser(who).id()));
        return this;
    }

    public SandboxChannel archive() {
        lock.run(() -> archived = true);
        return this;
    }

    public SandboxChannel unarchive() {
        lock.run(() -> archived = false);
        return this;
    }

    public boolean isArchived() {
        return lock.read(() -> archived);
    }

    public boolean hasMember(String userId) {
        return lock.read(() -> members.contains(userId));
    }

    public List<String> memberIds() {
        return lock.read(() -> List.copyOf(members));
    }

    /** Adds a user by id. */
    public void join(String userId) {
        lock.run(() -> members.add(userId));
    }

    /** All messages, replies included, oldest first. */
    public List<SandboxMessage> messages() {
        return lock.read(() -> new ArrayList<>(messages.values()));
    }

    public Optional<SandboxMessage> message(String ts) {
        return lock.read(() -> Optional.ofNullable(messages.get(ts)));
    }

    /** Takes a message in; {@code threadTs} is null for one that is no reply. */
    public SandboxMessage post(Author author, Content content, String threadTs, boolean broadcast, List<String> notes) {
        return lock.write(() -> {
            var clock = workspace.clock();
            var message = new SandboxMessage(
                    id,
                    clock.next(),
                    author,
                    content,
                    threadTs,
                    broadcast,
                    clock.now(),
                    null,
                    List.of(),
                    List.of(),
                    notes);
            messages.put(message.ts(), message);
            return message;
        });
    }

    /** Puts an emoji below a message, which must exist. */
    public void react(String ts, Reaction reaction) {
        lock.write(() -> messages.computeIfPresent(ts, (key, message) -> message.with(reaction)));
    }

    /** Deletes all but the newest messages. */
    public void keep(int newest) {
        lock.run(() -> {
            while (messages.size() > newest) {
                messages.pollFirstEntry();
            }
        });
    }

    /** Replaces what a message says; the message must exist. */
    public SandboxMessage update(String ts, Content content, List<String> notes) {
        return lock.write(() -> messages.compute(
                ts, (key, message) -> message.updated(content, workspace.clock().now(), notes)));
    }
}
