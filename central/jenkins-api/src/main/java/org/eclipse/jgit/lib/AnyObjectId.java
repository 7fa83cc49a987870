package org.eclipse.jgit.lib;

public abstract class AnyObjectId {
    AnyObjectId() {}

    public final native String name();
}
