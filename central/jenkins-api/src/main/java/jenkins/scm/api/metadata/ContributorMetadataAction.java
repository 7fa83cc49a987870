package jenkins.scm.api.metadata;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;

public class ContributorMetadataAction extends InvisibleAction {
    private ContributorMetadataAction() {}

    @CheckForNull
    public native String getContributor();

    @CheckForNull
    public native String getContributorDisplayName();

    @CheckForNull
    public native String getContributorEmail();
}
