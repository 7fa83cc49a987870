package jenkins.plugins.git;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMRevision;

public abstract class AbstractGitSCMSource {
    private AbstractGitSCMSource() {}

    public static class SCMRevisionImpl extends SCMRevision {
        public SCMRevisionImpl(@NonNull SCMHead head, @CheckForNull String hash) {
            super(head);
        }

        public native String getHash();
    }
}
