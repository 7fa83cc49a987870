package jenkins.scm.api.metadata;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;

public class ObjectMetadataAction extends InvisibleAction {
    private ObjectMetadataAction() {}

    @CheckForNull
    public native String getObjectDisplayName();

    @CheckForNull
    public native String getObjectUrl();
}
