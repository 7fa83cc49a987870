package io.jenkins.plugins.slacknotify.sandbox.app;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.rules.ViewValidator;
import io.jenkins.plugins.slacknotify.sandbox.rules.Violation;
import io.jenkins.plugins.slacknotify.sandbox.workspace.StateLock;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Workspaces;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The modals and home tabs that members have before them. Thread-safe. */
public final class Views {
    /** DOCUMENTED. */
    public static final int STACK = 3;

    /** DOCUMENTED: "view_too_large" above 250 kB. */
    private static final int MAX_BYTES = 250_000;

    private final StateLock lock;
    private final Workspaces workspaces;
    private final InstantSource clock;
    private final ViewValidator validator = new ViewValidator();

    /** The stack of each member, the lowest modal first. */
    private final Map<String, Deque<SandboxView>> modals = new LinkedHashMap<>();

    private final Map<String, SandboxView> homes = new LinkedHashMap<>();

    /** All views that a trigger opened, by the trigger. */
    private final Map<String, List<String>> byTrigger = new HashMap<>();

    private int versions;

    Views(StateLock lock, Workspaces workspaces, InstantSource clock) {
        this.lock = lock;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /**
     * The owner of a view: who opens it for whom.
     *
     * @param triggerId what it is opened by
     */
    public record Owner(String appId, String teamId, String botId, String userId, String triggerId) {
        String key() {
            return appId + " " + userId;
        }
    }

    /** Opens a modal; what the member had open of this app is gone. */
    public SandboxView open(Owner owner, JsonObject content) {
        check(content, "modal");
        return lock.write(() -> {
            requireNewExternalId(owner, content);
            var stack = new ArrayDeque<SandboxView>();
            modals.put(owner.key(), stack);
            return push(stack, owner, content);
        });
    }

    /** Opens a modal on top of others. */
    public SandboxView push(Owner owner, JsonObject content) {
        check(content, "modal");
        return lock.write(() -> {
            requireNewExternalId(owner, content);
            var stack = modals.get(owner.key());
            if (stack == null || stack.isEmpty()) {
                throw new AppRefusal("not_found");
            }
            if (stack.size() >= STACK) {
                throw new AppRefusal("push_limit_reached");
            }
            return push(stack, owner, content);
        });
    }

    private SandboxView push(Deque<SandboxView> stack, Owner owner, JsonObject content) {
        String id = workspaces.newId('V');
        var view = new SandboxView(
                id,
                stack.isEmpty() ? id : stack.getFirst().id(),
                stack.isEmpty() ? null : stack.getLast().id(),
                newHash(),
                owner.appId(),
                owner.teamId(),
                owner.botId(),
                owner.userId(),
                content);
        stack.addLast(view);
        byTrigger.computeIfAbsent(owner.triggerId(), key -> new ArrayList<>()).add(id);
        return view;
    }

    /**
     * Replaces what a modal or home tab shows.
     *
     * @param hash null where whatever it shows may be replaced
     */
    public SandboxView update(String appId, String viewId, String externalId, String hash, JsonObject content) {
        return lock.write(() -> {
            var old = all().stream()
                    .filter(view -> view.appId().equals(appId))
                    .filter(view -> viewId == null
                            ? view.externalId().equals(externalId)
                            : view.id().equals(viewId))
                    .findFirst()
                    .orElseThrow(() -> new AppRefusal("not_found"));
            check(content, old.type());
            requireHash(old, hash);
            return replace(old.with(content, newHash()));
        });
    }

    /** Replaces a member's home tab. */
    public SandboxView publish(Owner owner, String hash, JsonObject content) {
        check(content, "home");
        return lock.write(() -> {
            var old = homes.get(owner.key());
            if (old != null) {
                requireHash(old, hash);
            }
            String id = old == null ? workspaces.newId('V') : old.id();
            var view = new SandboxView(
                    id, id, null, newHash(), owner.appId(), owner.teamId(), owner.botId(), owner.userId(), content);
            homes.put(owner.key(), view);
            return view;
        });
    }

    private static void requireHash(SandboxView old, String hash) {
        if (hash != null && !old.hash().equals(hash)) {
            throw new AppRefusal("hash_conflict");
        }
    }

    private void requireNewExternalId(Owner owner, JsonObject content) {
        var view = new SandboxView("", "", null, "", owner.appId(), "", "", "", content);
        if (!view.externalId().isEmpty()
                && all().stream().anyMatch(each -> each.externalId().equals(view.externalId()))) {
            throw new AppRefusal("duplicate_external_id");
        }
    }

    private void check(JsonObject content, String type) {
        if (content.toString().length() > MAX_BYTES) {
            throw new AppRefusal("view_too_large");
        }
        List<Violation> violations = validator.validate(content, type);
        if (!violations.isEmpty()) {
            throw new AppRefusal("invalid_arguments", violations);
        }
    }

    private SandboxView replace(SandboxView view) {
        homes.replaceAll((key, old) -> old.id().equals(view.id()) ? view : old);
        for (var entry : modals.entrySet()) {
            var stack = new ArrayDeque<SandboxView>();
            entry.getValue().forEach(old -> stack.addLast(old.id().equals(view.id()) ? view : old));
            entry.setValue(stack);
        }
        return view;
    }

    private String newHash() {
        return clock.instant().getEpochSecond() + "." + Integer.toHexString(++versions) + AppSecrets.hex(4);
    }

    /** Takes the uppermost modal away, or with {@code whole} all of the stack. */
    public void close(SandboxView view, boolean whole) {
        lock.run(() -> modals.computeIfPresent(view.appId() + " " + view.userId(), (key, stack) -> {
            var left = new ArrayDeque<>(stack);
            if (whole) {
                left.clear();
            }
            left.removeIf(each -> each.id().equals(view.id()));
            return left;
        }));
    }

    /** The modal that a member sees, of whichever app. */
    public Optional<SandboxView> modalOf(String userId) {
        return lock.read(() -> modals.values().stream()
                .filter(stack -> !stack.isEmpty() && stack.getLast().userId().equals(userId))
                .map(Deque::getLast)
                .reduce((first, second) -> second));
    }

    public Optional<SandboxView> homeOf(String appId, String userId) {
        return lock.read(() -> Optional.ofNullable(homes.get(appId + " " + userId)));
    }

    public Optional<SandboxView> find(String viewId) {
        return all().stream().filter(view -> view.id().equals(viewId)).findFirst();
    }

    /** The views that a trigger has opened, as they stand now; those that are closed are left out. */
    public List<SandboxView> openedBy(String triggerId) {
        return lock.read(() -> byTrigger.getOrDefault(triggerId, List.of()).stream()
                .map(id -> find(id).orElse(null))
                .filter(Objects::nonNull)
                .toList());
    }

    /** All that anybody sees. */
    public List<SandboxView> all() {
        return lock.read(() -> {
            var all = new ArrayList<SandboxView>();
            modals.values().forEach(all::addAll);
            all.addAll(homes.values());
            return all;
        });
    }
}
