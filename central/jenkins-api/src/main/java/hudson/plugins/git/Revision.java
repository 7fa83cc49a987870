package hudson.plugins.git;

import java.util.Collection;
import org.eclipse.jgit.lib.ObjectId;

public class Revision {
    private Revision() {}

    public native ObjectId getSha1();

    public native String getSha1String();

    public native Collection<Branch> getBranches();
}
