package hudson.security;

public abstract class GroupDetails {}
