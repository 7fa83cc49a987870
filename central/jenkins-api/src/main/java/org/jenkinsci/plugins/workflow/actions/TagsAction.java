package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public class TagsAction implements PersistentAction {
    @CheckForNull
    public native String getTagValue(@CheckForNull String tag);

    @Override
    public native String getIconFileName();

    @Override
    public native String getDisplayName();

    @Override
    public native String getUrlName();
}
