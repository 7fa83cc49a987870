package org.eclipse.jgit.lib;

public class ObjectId {
    private ObjectId() {}
}
