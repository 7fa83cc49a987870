package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.PermalinkList;
import java.io.IOException;
import java.util.List;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem {
    protected Job(ItemGroup parent, String name) {
        super(parent, name);
    }

    public native <T extends JobProperty> T getProperty(Class<T> type);

    public native List<JobProperty<? super JobT>> getAllProperties();

    public native void addProperty(JobProperty<? super JobT> jobProp) throws IOException;

    public native <T extends JobProperty> T removeProperty(Class<T> clazz) throws IOException;

    @CheckForNull
    public native RunT getBuildByNumber(int n);

    public native RunT getNearestBuild(int n);

    public native RunT getNearestOldBuild(int n);

    public native int getNextBuildNumber();

    public abstract boolean isBuildable();

    @CheckForNull
    public native RunT getLastBuild();

    @CheckForNull
    public native RunT getLastCompletedBuild();

    @CheckForNull
    public native RunT getLastStableBuild();

    @CheckForNull
    public native RunT getLastUnsuccessfulBuild();

    public native PermalinkList getPermalinks();
}
