package hudson.scm;

import hudson.model.Run;
import hudson.model.User;
import java.util.Collection;

public abstract class ChangeLogSet<T extends ChangeLogSet.Entry> implements Iterable<T> {
    protected ChangeLogSet(Run<?, ?> run, RepositoryBrowser<?> browser) {}

    public native Run<?, ?> getRun();

    public native RepositoryBrowser<?> getBrowser();

    public abstract boolean isEmptySet();

    public final native Object[] getItems();

    public native String getKind();

    public abstract static class Entry {
        public native String getCommitId();

        public native long getTimestamp();

        public abstract String getMsg();

        public abstract User getAuthor();

        public abstract Collection<String> getAffectedPaths();
    }
}
