package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem {
    protected Job(ItemGroup parent, String name) {
        super(parent, name);
    }

    public native <T extends JobProperty> T getProperty(Class<T> type);

    public native List<JobProperty<? super JobT>> getAllProperties();

    @CheckForNull
    public native RunT getBuildByNumber(int n);

    @CheckForNull
    public native RunT getLastBuild();

    @CheckForNull
    public native RunT getLastCompletedBuild();
}
