package io.jenkins.plugins.slacknotify.sandbox.workspace;

/** A person of a workspace, or the user that a bot acts as. */
public final class SandboxUser {
    private final StateLock lock;
    private final String id;
    private final String name;
    private final String email;
    private final boolean bot;
    private boolean deactivated;

    SandboxUser(StateLock lock, String id, String name, String email, boolean bot) {
        this.lock = lock;
        this.id = id;
        this.name = name;
        this.email = email;
        this.bot = bot;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Empty for a bot. */
    public String email() {
        return email;
    }

    public boolean isBot() {
        return bot;
    }

    public boolean isDeactivated() {
        return lock.read(() -> deactivated);
    }

    /** An administrator switches the account off. */
    public void deactivate() {
        lock.run(() -> deactivated = true);
    }
}
