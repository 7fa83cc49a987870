package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.scm.ChangeLogSet;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import jenkins.scm.RunWithSCM;

public abstract class AbstractBuild<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Run<P, R>
        implements RunWithSCM<P, R> {
    protected AbstractBuild(P job) throws IOException {
        super(job);
    }

    public final native P getProject();

    public native AbstractBuild<?, ?> getRootBuild();

    @CheckForNull
    public native String getBuiltOnStr();

    public final native FilePath getWorkspace();

    @Override
    public native List<ChangeLogSet<? extends ChangeLogSet.Entry>> getChangeSets();

    @Override
    public native Set<String> getCulpritIds();

    public native Set<String> getSensitiveBuildVariables();

    @Override
    public native boolean shouldCalculateCulprits();
}
