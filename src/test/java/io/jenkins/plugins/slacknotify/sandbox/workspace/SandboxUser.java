package io.jenkins.plugins.slacknotify.sandbox.workspace;

/** A person of a workspace, or the user that a bot acts as. */
public final class SandboxUser {
    private final StateLock lock;
    private final String id;
    private final String name;
    private final String email;
    private final boolean bot;
    private String displayName = "";
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

    /** The full name. */
    public String name() {
        return name;
    }

    /** The name that the person goes by; empty for one who has chosen none, as in Slack. */
    public String displayName() {
        return lock.read(() -> displayName);
    }

    /** Chooses the name to go by. */
    public SandboxUser displayAs(String chosen) {
        lock.run(() -> displayName = chosen);
        return this;
    }

    /** What Slack made of the address when the account was made; the name of a bot. */
    public String handle() {
        return bot ? name : email.substring(0, Math.max(0, email.indexOf('@')));
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

    /** An administrator switches the account on again. */
    public void reactivate() {
        lock.run(() -> deactivated = false);
    }
}
