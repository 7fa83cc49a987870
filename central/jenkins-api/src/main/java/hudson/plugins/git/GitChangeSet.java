package hudson.plugins.git;

import hudson.model.User;
import hudson.scm.ChangeLogSet;
import java.util.Collection;
import java.util.List;

public class GitChangeSet extends ChangeLogSet.Entry {
    public GitChangeSet(List<String> lines, boolean authorOrCommitter) {}

    @Override
    public native String getMsg();

    @Override
    public native User getAuthor();

    @Override
    public native Collection<String> getAffectedPaths();

    public native String getAuthorName();

    public native String getAuthorEmail();

    public native String getComment();
}
