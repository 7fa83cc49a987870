package hudson.plugins.git;

import hudson.model.Run;
import hudson.scm.ChangeLogSet;
import hudson.scm.RepositoryBrowser;
import java.util.Iterator;
import java.util.List;

public class GitChangeSetList extends ChangeLogSet<GitChangeSet> {
    private GitChangeSetList(Run<?, ?> build, RepositoryBrowser<?> browser) {
        super(build, browser);
    }

    @Override
    public native boolean isEmptySet();

    @Override
    public native Iterator<GitChangeSet> iterator();

    public native List<GitChangeSet> getLogs();
}
