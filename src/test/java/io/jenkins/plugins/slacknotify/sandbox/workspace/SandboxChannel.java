package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A conversation: a public channel, a private one, or the direct message between two users. */
public final class SandboxChannel {
    /** The kind of a conversation. */
    public enum Kind {
        PUBLIC,
        PRIVATE,
        DIRECT
    }

    private static final int EPHEMERALS_KEPT = 200;

    private final SandboxWorkspace workspace;
    private final StateLock lock;
    private final String id;
    private String name;
    private final Kind kind;
    private final Set<String> members = new LinkedHashSet<>();
    private final NavigableMap<String, SandboxMessage> messages = new TreeMap<>();
    private final NavigableMap<String, EphemeralMessage> ephemerals = new TreeMap<>();
    private final Set<String> tombstones = new HashSet<>();
    private final Set<String> lockedThreads = new HashSet<>();
    private String purpose = "";
    private boolean archived;
    private boolean threadable = true;

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

    /** From now on nobody may reply in threads here. DOCUMENTED. */
    public SandboxChannel forbidThreads() {
        lock.run(() -> threadable = false);
        return this;
    }

    /** The opposite of {@link #forbidThreads}. */
    public SandboxChannel allowThreads() {
        lock.run(() -> {
            threadable = true;
            lockedThreads.clear();
        });
        return this;
    }

    public boolean isThreadable() {
        return lock.read(() -> threadable);
    }

    /** An administrator locks the thread of that message. DOCUMENTED. */
    public SandboxChannel lockThread(String ts) {
        lock.run(() -> lockedThreads.add(ts));
        return this;
    }

    public boolean isLocked(String threadTs) {
        return lock.read(() -> lockedThreads.contains(threadTs));
    }

    /** Sets the purpose of the channel, as its members have written it. */
    public SandboxChannel describe(String newPurpose) {
        lock.run(() -> purpose = newPurpose);
        return this;
    }

    public String purpose() {
        return lock.read(() -> purpose);
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

    /**
     * Somebody deletes a message. Where it has replies, a tombstone keeps the place of the first message of their thread. INFERRED
     * from what Slack shows.
     */
    public void delete(String ts) {
        lock.run(() -> {
            if (messages.remove(ts) != null && messages.values().stream().anyMatch(it -> ts.equals(it.threadTs()))) {
                tombstones.add(ts);
            }
        });
    }

    /** Whether a message was deleted that has replies. */
    public boolean isTombstone(String ts) {
        return lock.read(() -> tombstones.contains(ts));
    }

    /**
     * Takes a message in; {@code threadTs} is null for one that is no reply. A reply to a message that is not there becomes a
     * message of its own, and nothing but the answer tells so (slack-go/slack#1571).
     */
    public SandboxMessage post(Author author, Content content, String parent, boolean toAll, List<String> notes) {
        return lock.write(() -> {
            var clock = workspace.clock();
            boolean isReply = parent != null && (messages.containsKey(parent) || tombstones.contains(parent));
            String threadTs = isReply ? parent : null;
            boolean broadcast = isReply && toAll;
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

    /** Takes a message in that one member sees, until that member's next reload of Slack; no method of the Web API finds it. */
    public EphemeralMessage postEphemeral(String userId, Author author, Content content, String threadTs) {
        return lock.write(() -> {
            var clock = workspace.clock();
            var message = new SandboxMessage(
                    id,
                    clock.next(),
                    author,
                    content,
                    threadTs,
                    false,
                    clock.now(),
                    null,
                    List.of(),
                    List.of(),
                    List.of());
            ephemerals.put(message.ts(), new EphemeralMessage(userId, message));
            if (ephemerals.size() > EPHEMERALS_KEPT) {
                ephemerals.pollFirstEntry();
            }
            return ephemerals.get(message.ts());
        });
    }

    /** Returns the messages that only one member sees each, oldest first. */
    public List<EphemeralMessage> ephemerals() {
        return lock.read(() -> new ArrayList<>(ephemerals.values()));
    }

    /** Returns what only that member sees here, oldest first. */
    public List<SandboxMessage> ephemeralsFor(String userId) {
        return ephemerals().stream()
                .filter(each -> each.userId().equals(userId))
                .map(EphemeralMessage::message)
                .toList();
    }

    public Optional<EphemeralMessage> ephemeral(String ts) {
        return lock.read(() -> Optional.ofNullable(ephemerals.get(ts)));
    }

    /** Replaces what such a message says; null takes it away. */
    public void changeEphemeral(String ts, Content content) {
        lock.run(() -> ephemerals.computeIfPresent(
                ts,
                (key, old) -> content == null
                        ? null
                        : new EphemeralMessage(
                                old.userId(),
                                old.message().updated(content, workspace.clock().now(), List.of()))));
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
