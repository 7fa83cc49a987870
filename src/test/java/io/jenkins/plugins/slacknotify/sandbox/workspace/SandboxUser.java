package io.jenkins.plugins.slacknotify.sandbox.workspace;

/** A person of a workspace, or the user that a bot acts as. */
public final class SandboxUser {
    /** The rights of an account in its workspace. */
    public enum Account {
        MEMBER,
        /** Sees the channels that it was invited to: {@code is_restricted}. */
        MULTI_CHANNEL_GUEST,
        /** Sees one channel: {@code is_restricted} and {@code is_ultra_restricted}. */
        SINGLE_CHANNEL_GUEST,
        BOT
    }

    private final StateLock lock;
    private final String id;
    private final String teamId;
    private final String name;
    private final String email;
    private final Account account;
    private String displayName = "";
    private boolean deactivated;

    SandboxUser(SandboxWorkspace home, String id, String name, String email, Account account) {
        this.lock = home.lock();
        this.id = id;
        this.teamId = home.teamId();
        this.name = name;
        this.email = email;
        this.account = account;
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

    /** Returns the handle that Slack made of the address when the account was made; the name of a bot. */
    public String handle() {
        return isBot() ? name : email.substring(0, Math.max(0, email.indexOf('@')));
    }

    /** Empty for a bot. */
    public String email() {
        return email;
    }

    public boolean isBot() {
        return account == Account.BOT;
    }

    public Account account() {
        return account;
    }

    public boolean isGuest() {
        return account == Account.MULTI_CHANNEL_GUEST || account == Account.SINGLE_CHANNEL_GUEST;
    }

    /** The workspace that the account is of. Others know it only by a channel that they share with that workspace. */
    public String teamId() {
        return teamId;
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
