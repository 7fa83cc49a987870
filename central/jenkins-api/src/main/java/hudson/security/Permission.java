package hudson.security;

public final class Permission {
    public final String name;

    public Permission(PermissionGroup group, String name, Permission impliedBy) {
        this.name = name;
    }
}
