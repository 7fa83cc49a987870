package hudson.plugins.git.util;

import org.eclipse.jgit.lib.ObjectId;

public class Build {
    private Build() {}

    public native ObjectId getSHA1();
}
