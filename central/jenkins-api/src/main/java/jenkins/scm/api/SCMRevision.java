package jenkins.scm.api;

import edu.umd.cs.findbugs.annotations.NonNull;

public abstract class SCMRevision {
    protected SCMRevision(@NonNull SCMHead head) {}
}
