package hudson.plugins.git.util;

import hudson.plugins.git.Revision;
import org.eclipse.jgit.lib.ObjectId;

public class Build {
    private Build() {}

    public native ObjectId getSHA1();

    public native Revision getMarked();
}
